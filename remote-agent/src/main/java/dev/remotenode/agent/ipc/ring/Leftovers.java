package dev.remotenode.agent.ipc.ring;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What daemons before this one have left in shared memory when they crashed. */
public final class Leftovers {

    private static final Logger log = LoggerFactory.getLogger(Leftovers.class);

    private Leftovers() {}

    /** Removes the folders of rings that are provably ours and nobody's any more. */
    public static void remove(Path sharedMemory) {
        try (DirectoryStream<Path> folders =
                Files.newDirectoryStream(
                        sharedMemory, path -> FolderName.isOurs(path.getFileName().toString()))) {
            folders.forEach(RingFolder::removeIfLeftBehind);
        } catch (IOException | DirectoryIteratorException e) {
            log.warn("Cannot look for leftovers in {}: {}", sharedMemory, e.getMessage());
        }
    }
}
