package dev.remotenode.lrmd.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/** What tells one content of a file from the next. */
record FileState(Path file, long size, long modifiedNanos, String inode) {

    /**
     * Looks at a file, or at what a link to it leads to.
     *
     * @throws IOException if there is none, or something that could keep its reader waiting
     */
    static FileState of(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        if (attributes.isOther()) {
            throw new IOException("it is no file");
        }
        return new FileState(
                file,
                attributes.size(),
                attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS),
                String.valueOf(attributes.fileKey()));
    }
}
