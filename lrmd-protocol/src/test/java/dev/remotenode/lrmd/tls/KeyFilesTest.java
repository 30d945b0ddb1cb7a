package dev.remotenode.lrmd.tls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFilesTest {

    @TempDir private Path folder = Path.of("");
    private Path first = folder;
    private Path second = folder;

    @BeforeEach
    void nameFiles() {
        first = folder.resolve("first");
        second = folder.resolve("second");
    }

    @Test
    void takesTheFirstFileThatHasAKey() throws IOException {
        KeyFiles keys = new KeyFiles(List.of(first, second));
        assertEquals(Optional.empty(), keys.current());
        Files.writeString(second, "two");
        assertKey("two", keys);
        Files.createFile(first);
        assertKey("two", keys);
        Files.writeString(first, "one\n");
        assertKey("one\n", keys);
    }

    @Test
    void noticesANewKey() throws IOException {
        KeyFiles keys = new KeyFiles(List.of(first));
        Files.writeString(first, "old");
        assertKey("old", keys);
        Files.writeString(second, "new");
        Files.move(second, first, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertKey("new", keys);
        Files.delete(first);
        assertTrue(keys.current().isEmpty());
    }

    @Test
    void readsAnUnchangedFileOnce() throws IOException {
        KeyFiles keys = new KeyFiles(List.of(first));
        Files.writeString(first, "key");
        assertSame(keys.current().orElseThrow(), keys.current().orElseThrow());
    }

    @Test
    void refusesAKeyBeyondTheLimit() throws IOException {
        KeyFiles keys = new KeyFiles(List.of(first));
        Files.write(first, new byte[PreSharedKey.MAX_BYTES + 1]);
        assertTrue(keys.current().isEmpty());
        Files.write(first, new byte[PreSharedKey.MAX_BYTES]);
        assertTrue(keys.current().isPresent());
    }

    @Test
    void refusesAFolder() throws IOException {
        Files.createDirectory(first);
        assertTrue(new KeyFiles(List.of(first)).current().isEmpty());
    }

    private static void assertKey(String expected, KeyFiles keys) {
        assertArrayEquals(
                expected.getBytes(StandardCharsets.UTF_8), keys.current().orElseThrow().secret());
    }
}
