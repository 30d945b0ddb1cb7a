package dev.remotenode.lrmd.tls;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class KeyFilesTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir private Path folder = Path.of("");
    private Path first = folder;
    private Path second = folder;
    private Instant now = Instant.parse("2026-11-21T12:00:00Z");

    @BeforeEach
    void nameFiles() {
        first = folder.resolve("first");
        second = folder.resolve("second");
    }

    @Test
    void takesTheFirstFileThatHasAKey() throws IOException {
        KeyFiles keys = keys(first, second);
        assertKeys(List.of(), keys);
        Files.writeString(second, "two");
        assertKeys(List.of("two"), keys);
        Files.createFile(first);
        assertKeys(List.of("two"), keys);
        Files.writeString(first, "one\n");
        assertKeys(List.of("one\n", "two"), keys);
    }

    @Test
    void acceptsAReplacedKeyForAWhile() throws IOException {
        KeyFiles keys = keys(first);
        replace("old");
        assertKeys(List.of("old"), keys);
        replace("new");
        assertKeys(List.of("new", "old"), keys);
        assertEquals(now.plus(HOUR), keys.accepted().getLast().until().orElseThrow());
        now = now.plus(HOUR).minusNanos(1);
        assertKeys(List.of("new", "old"), keys);
        now = now.plusNanos(1);
        assertKeys(List.of("new"), keys);
    }

    /** A typing error in a key must not lock out those who have the right one. */
    @Test
    void acceptsEveryKeyThatWasReplacedOfLate() throws IOException {
        KeyFiles keys = keys(first);
        for (String key : List.of("old", "wrong", "new")) {
            replace(key);
            keys.refresh();
            now = now.plus(HOUR.dividedBy(4));
        }
        assertKeys(List.of("new", "wrong", "old"), keys);
        replace("old");
        assertKeys(List.of("old", "new", "wrong"), keys);
    }

    @Test
    void refusesAReplacedKeyAtOnceIfThatIsWanted() throws IOException {
        KeyFiles keys = new KeyFiles(List.of(first), Duration.ZERO, () -> now);
        replace("old");
        assertKeys(List.of("old"), keys);
        replace("new");
        assertKeys(List.of("new"), keys);
    }

    @Test
    void doesNotTakeTheSameKeyForANewOne() throws IOException {
        KeyFiles keys = keys(first);
        replace("key");
        assertKeys(List.of("key"), keys);
        replace("key");
        assertKeys(List.of("key"), keys);
    }

    /** Be it that its file is being replaced, or was damaged, or another file has a key too. */
    @Test
    void keepsAKeyWhoseFileIsOfNoUseAnyMore() throws IOException {
        KeyFiles keys = keys(first, second);
        Files.writeString(second, "two");
        replace("one");
        assertKeys(List.of("one"), keys);
        Files.delete(first);
        assertKeys(List.of("one"), keys);
        Files.createFile(first);
        assertKeys(List.of("one"), keys);
        Files.writeString(first, "three");
        assertKeys(List.of("three", "one"), keys);
    }

    @Test
    void readsAnUnchangedFileOnce() throws IOException {
        KeyFiles keys = keys(first);
        Files.writeString(first, "key");
        assertSame(keys.accepted().getFirst().key(), keys.accepted().getFirst().key());
    }

    @Test
    void refusesAKeyBeyondTheLimit() throws IOException {
        KeyFiles keys = keys(first);
        Files.write(first, new byte[PreSharedKey.MAX_BYTES + 1]);
        assertEquals(List.of(), keys.accepted());
        Files.write(first, new byte[PreSharedKey.MAX_BYTES]);
        assertEquals(1, keys.accepted().size());
    }

    @Test
    void refusesAFolder() throws IOException {
        Files.createDirectory(first);
        assertEquals(List.of(), keys(first).accepted());
    }

    /** To read it would wait until somebody writes. */
    @Test
    @Timeout(30)
    void refusesAPipe() throws IOException, InterruptedException {
        makePipe(first);
        Files.writeString(second, "two");
        assertKeys(List.of("two"), keys(first, second));
    }

    @Test
    @Timeout(30)
    void keepsAKeyWhoseFileIsSwapped() throws IOException, InterruptedException {
        KeyFiles keys = keys(first);
        replace("old");
        keys.refresh();
        Files.delete(first);
        makePipe(first);
        assertKeys(List.of("old"), keys);
        Files.delete(first);
        Files.createSymbolicLink(first, Path.of("/dev/zero"));
        assertKeys(List.of("old"), keys);
        Files.delete(first);
        Files.createSymbolicLink(first, first);
        assertKeys(List.of("old"), keys);
    }

    /** Administrators keep it elsewhere. */
    @Test
    void followsALink() throws IOException {
        Files.writeString(second, "two");
        Files.createSymbolicLink(first, second);
        assertKeys(List.of("two"), keys(first));
    }

    @Test
    void doesNotReadAHugeFile() throws IOException {
        try (RandomAccessFile huge = new RandomAccessFile(first.toFile(), "rw")) {
            huge.setLength(1L << 40);
        }
        assertKeys(List.of(), keys(first));
    }

    private static void makePipe(Path path) throws IOException, InterruptedException {
        assertEquals(0, new ProcessBuilder("mkfifo", path.toString()).start().waitFor());
    }

    private KeyFiles keys(Path... files) {
        return new KeyFiles(List.of(files), HOUR, () -> now);
    }

    private void replace(String key) throws IOException {
        Path made = Files.writeString(folder.resolve("made"), key);
        Files.move(made, first, REPLACE_EXISTING);
    }

    private static void assertKeys(List<String> expected, KeyFiles keys) {
        assertEquals(
                expected,
                keys.accepted().stream()
                        .map(accepted ->
                                new String(accepted.key().secret(), StandardCharsets.UTF_8))
                        .toList());
    }
}
