package dev.remotenode.agent.logging;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/**
 * Opens a file to append to, in a folder that others may write to: that of Pacemaker's log belongs
 * to its user and group, and what they put in the place of the log must not have root write to, or
 * give away, another file, nor wait for a reader.
 */
final class SafeAppend {

    private static final int KIND = 0170000;
    private static final int PIPE = 0010000;
    private static final int ROOT = 0;

    private SafeAppend() {}

    /**
     * Says which file is meant.
     *
     * @throws IOException if it is a pipe, or a link that somebody else has made
     */
    static Path resolve(Path path) throws IOException {
        Map<String, Object> attributes;
        try {
            attributes = Files.readAttributes(path, "unix:mode,uid", LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            return path;
        }
        if (Files.isSymbolicLink(path)) {
            return target(path, (Integer) attributes.get("uid"));
        }
        if (((Integer) attributes.get("mode") & KIND) == PIPE) {
            throw new IOException(path + " is a pipe");
        }
        return path;
    }

    /** An administrator may want the log elsewhere. */
    private static Path target(Path link, int owner) throws IOException {
        if (owner != ROOT) {
            throw new IOException(
                    "%s is a link that user %d has made, not root".formatted(link, owner));
        }
        Path target = link.toRealPath();
        resolve(target);
        return target;
    }

    /** Opens what {@link #resolve} has named, and no link that has taken its place meanwhile. */
    static OutputStream open(Path resolved) throws IOException {
        return Files.newOutputStream(
                resolved,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.APPEND,
                LinkOption.NOFOLLOW_LINKS);
    }
}
