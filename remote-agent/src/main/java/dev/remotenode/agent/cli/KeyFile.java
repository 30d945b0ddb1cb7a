package dev.remotenode.agent.cli;

import dev.remotenode.lrmd.tls.PreSharedKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

/** The file of a key, which is there in full at any moment. */
final class KeyFile {
    private KeyFile() {}

    /**
     * Puts a key in the place of the one in a file, which keeps its owner and its access rights.
     *
     * @throws IOException nothing has changed then
     */
    static void replace(Path file, byte[] key) throws IOException {
        if (key.length == 0 || key.length > PreSharedKey.MAX_BYTES) {
            throw new IOException(
                    "a key has 1 to %d bytes, not %d"
                            .formatted(PreSharedKey.MAX_BYTES, key.length));
        }
        Path place = file.toRealPath();
        PosixFileAttributes old = Files.readAttributes(place, PosixFileAttributes.class);
        Path made =
                Files.createTempFile(
                        place.getParent(),
                        ".authkey",
                        "",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        try {
            Files.write(made, key);
            PosixFileAttributeView view =
                    Files.getFileAttributeView(made, PosixFileAttributeView.class);
            view.setOwner(old.owner());
            view.setGroup(old.group());
            view.setPermissions(old.permissions());
            Files.move(made, place, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(made);
        }
    }
}
