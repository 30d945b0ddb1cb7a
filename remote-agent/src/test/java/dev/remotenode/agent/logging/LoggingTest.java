package dev.remotenode.agent.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.agent.config.LogSettings;
import dev.remotenode.agent.config.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.DefaultConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class LoggingTest {
    private final Logger log = LoggerFactory.getLogger(LoggingTest.class);

    @TempDir private Path folder;

    @AfterEach
    void giveLog4jBackToOtherTests() {
        Configurator.reconfigure(new DefaultConfiguration());
    }

    @Test
    void writesLevelsUnderPacemakersNames() throws IOException {
        Path file = folder.resolve("log");
        start(Severity.DEBUG, file);

        log.error("a");
        log.warn("b");
        log.info("c");
        log.debug("d");
        log.trace("e");

        assertEquals(
                List.of("error: a", "warning: b", "notice: c", "info: d", "debug: e"),
                messages(file));
    }

    /** The name service may not answer, and the daemon must start nevertheless. */
    @Test
    void asksOnlyTheKernelForTheNameOfTheNode() throws IOException {
        start(Severity.INFO, folder.resolve("log"));

        assertEquals(
                Files.readString(Path.of("/proc/sys/kernel/hostname")).strip(),
                LoggerContext.getContext(false).getConfiguration().getProperties().get("hostName"));
    }

    @Test
    void leavesOutWhatWasNotAskedFor() throws IOException {
        Path file = folder.resolve("log");
        start(Severity.INFO, file);

        log.debug("an info");
        log.trace("a debug message");
        LoggerFactory.getLogger("io.netty.Library").info("chatter");

        assertEquals(List.of("info: an info"), messages(file));
    }

    @Test
    void changesItsDetailWhileItRuns() throws IOException {
        Path file = folder.resolve("log");
        RunningLog running = start(Severity.INFO, file);

        log.trace("before");
        running.toggleDebug();
        log.trace("meanwhile");
        LoggerFactory.getLogger("io.netty.Library").info("chatter");
        running.toggleDebug();
        log.trace("afterwards");
        log.debug("an info");

        assertEquals(
                List.of(
                        "notice: Debug messages are logged from now on, until SIGUSR1",
                        "debug: meanwhile",
                        "notice: Debug messages are not logged from now on",
                        "info: an info"),
                allMessages(file));
    }

    @Test
    void debugMessagesThatWereConfiguredCanBeTurnedOff() throws IOException {
        Path file = folder.resolve("log");
        RunningLog running = start(Severity.DEBUG, file);

        running.toggleDebug();
        log.trace("no");

        assertEquals(
                List.of("notice: Debug messages are not logged from now on"), allMessages(file));
    }

    @Test
    void opensItsFilesAgainWhenAskedTo() throws IOException {
        Path file = folder.resolve("log");
        RunningLog running = start(Severity.INFO, file);
        log.info("one");
        Path rotated = Files.move(file, folder.resolve("log.1"));

        running.reopenFiles();
        log.info("two");

        assertEquals(List.of("notice: one"), messages(rotated));
        assertEquals(
                List.of("notice: Log files have been opened again", "notice: two"),
                allMessages(file));
    }

    @Test
    void writesToSeveralFilesAndTellsOfThoseItCannotOpen() throws IOException {
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        Path absent = folder.resolve("absent").resolve("third");

        List<String> problems = start(Severity.INFO, first, absent, second).problems();
        log.info("here");

        assertEquals(List.of("notice: here"), messages(first));
        assertEquals(List.of("notice: here"), messages(second));
        assertEquals(1, problems.size());
        assertTrue(problems.getFirst().contains(absent.toString()), problems.getFirst());
    }

    @Test
    void textFromOutsideCannotPassForALineOfItsOwn() throws IOException {
        Path file = folder.resolve("log");
        start(Severity.INFO, file);

        log.info(
                "{}", "agent says\nNov 21 03:16:52.255 host pacemaker-remoted [1] (x) \terror: no");

        List<String> messages = messages(file);
        assertEquals(2, messages.size());
        assertTrue(messages.getLast().startsWith("notice: Nov 21"), messages.getLast());
    }

    @Test
    void writesTheStackTraceBelowTheMessage() throws IOException {
        Path file = folder.resolve("log");
        start(Severity.INFO, file);

        log.error("failed", new IllegalStateException("broken"));

        List<String> messages = messages(file);
        assertEquals("error: failed", messages.getFirst());
        assertEquals("error: java.lang.IllegalStateException: broken", messages.get(1));
        assertTrue(messages.get(2).contains("LoggingTest"), messages.get(2));
    }

    private static RunningLog start(Severity detail, Path... files) {
        return Logging.start(
                new LogSettings(
                        List.of(files),
                        PosixFilePermissions.fromString("rw-rw----"),
                        detail,
                        false,
                        Optional.empty(),
                        Severity.NOTICE,
                        false));
    }

    private static List<String> allMessages(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> line.substring(line.indexOf('\t') + 1))
                .toList();
    }

    private static List<String> messages(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> line.substring(line.indexOf("(LoggingTest) \t")))
                .map(line -> line.substring(line.indexOf('\t') + 1))
                .toList();
    }
}
