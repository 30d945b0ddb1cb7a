package dev.remotenode.agent.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {

    private static final byte[] OLD = {1, 2, 3};
    private static final byte[] NEW = {4, 5};

    @TempDir private Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.write(folder.resolve("authkey"), OLD);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    }

    @Test
    void aNewKeyHasTheRightsOfTheOldOne() throws IOException {
        KeyFile.replace(file, NEW);

        assertArrayEquals(NEW, Files.readAllBytes(file));
        assertEquals(
                PosixFilePermissions.fromString("rw-r-----"), Files.getPosixFilePermissions(file));
        assertEquals(List.of(file), files());
    }

    @Test
    void whatIsNoKeyIsRefusedAndNothingIsLeft() throws IOException {
        assertThrows(IOException.class, () -> KeyFile.replace(file, new byte[0]));
        assertThrows(IOException.class, () -> KeyFile.replace(file, new byte[70_000]));

        assertArrayEquals(OLD, Files.readAllBytes(file));
        assertEquals(List.of(file), files());
    }

    @Test
    void theTargetOfALinkIsReplaced() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);

        KeyFile.replace(link, NEW);

        assertArrayEquals(NEW, Files.readAllBytes(file));
        assertEquals(file.toRealPath(), link.toRealPath());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
