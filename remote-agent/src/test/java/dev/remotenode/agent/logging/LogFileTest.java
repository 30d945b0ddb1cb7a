package dev.remotenode.agent.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    private static final Set<PosixFilePermission> MODE =
            PosixFilePermissions.fromString("rw-rw----");

    private final AtomicLong nanos = new AtomicLong();

    @TempDir private Path folder;

    @Test
    void appendsToWhatIsThere() throws IOException {
        Path path = Files.writeString(folder.resolve("log"), "before\n");

        LogFile file = LogFile.open(path, MODE, nanos::get);
        file.append("after");

        assertEquals(List.of("before", "after"), Files.readAllLines(path));
    }

    @Test
    void hasTheAccessRightsAskedFor() throws IOException {
        Path path = folder.resolve("log");

        LogFile.open(path, MODE, nanos::get);

        assertEquals(MODE, Files.getPosixFilePermissions(path));
    }

    @Test
    void goesOnInANewFileWhenTheOldOneWasRenamed() throws IOException {
        Path path = folder.resolve("log");
        LogFile file = LogFile.open(path, MODE, nanos::get);
        file.append("one");
        Path rotated = Files.move(path, folder.resolve("log.1"));
        file.append("two, too soon to look");
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        file.append("three");

        assertEquals(List.of("one", "two, too soon to look"), Files.readAllLines(rotated));
        assertEquals(List.of("three"), Files.readAllLines(path));
        assertEquals(MODE, Files.getPosixFilePermissions(path));
    }

    @Test
    void goesOnAtTheStartOfAFileThatWasTruncated() throws IOException {
        Path path = folder.resolve("log");
        LogFile file = LogFile.open(path, MODE, nanos::get);
        file.append("one");
        Files.write(path, new byte[0]);
        file.append("two");

        assertEquals(List.of("two"), Files.readAllLines(path));
    }

    @Test
    void keepsWritingToTheOldFileWhileThereCanBeNoNewOne() throws IOException {
        Path logs = Files.createDirectory(folder.resolve("logs"));
        LogFile file = LogFile.open(logs.resolve("log"), MODE, nanos::get);
        Path moved = Files.move(logs, folder.resolve("moved"));
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        file.append("one");

        assertEquals(List.of("one"), Files.readAllLines(moved.resolve("log")));
    }

    @Test
    void cannotBeOpenedWithoutItsFolder() {
        assertThrows(
                IOException.class,
                () -> LogFile.open(folder.resolve("absent").resolve("log"), MODE, nanos::get));
    }

    @Test
    void mayBeALinkOfAnAdministrator() throws IOException {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root is an administrator");
        openFolderToOthers();
        Path target = Files.createFile(folder.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(folder.resolve("log"), target);

        LogFile.open(link, MODE, nanos::get).append("one");

        assertEquals(List.of("one"), Files.readAllLines(target));
    }

    /** Opening it would wait until somebody reads. */
    @Test
    void isNoPipe() throws IOException, InterruptedException {
        openFolderToOthers();
        Path pipe = makePipe(folder.resolve("log"));
        assertThrows(IOException.class, () -> LogFile.open(pipe, MODE, nanos::get));
    }

    @Test
    void goesOnInTheOldFileIfAPipeTakesItsPlace() throws IOException, InterruptedException {
        openFolderToOthers();
        Path path = folder.resolve("log");
        LogFile file = LogFile.open(path, MODE, nanos::get);
        Path moved = Files.move(path, folder.resolve("moved"));
        makePipe(path);
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(2));

        file.append("one");

        assertEquals(List.of("one"), Files.readAllLines(moved));
    }

    /** As the folder of Pacemaker's log is. */
    private void openFolderToOthers() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwx---"));
    }

    private static Path makePipe(Path path) throws IOException, InterruptedException {
        assertEquals(0, new ProcessBuilder("mkfifo", path.toString()).start().waitFor());
        return path;
    }
}
