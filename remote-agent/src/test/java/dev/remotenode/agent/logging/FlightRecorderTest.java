package dev.remotenode.agent.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.agent.config.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlightRecorderTest {
    private static final String DAEMON = "pacemaker-remoted";

    @TempDir private Path folder;

    @Test
    void writesWhatItHoldsToANewFileEachTime() throws IOException {
        FlightRecorder recorder = recorder(folder);
        recorder.write(line("one"));
        Path first = recorder.writeOut();
        recorder.write(line("two"));
        Path second = recorder.writeOut();

        long pid = ProcessHandle.current().pid();
        assertEquals(folder.resolve(DAEMON + "-" + pid + ".1"), first);
        assertEquals(folder.resolve(DAEMON + "-" + pid + ".2"), second);
        assertEquals(List.of("debug: one"), messages(first));
        assertEquals(List.of("debug: one", "debug: two"), messages(second));
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(first)));
    }

    @Test
    void leavesTheFilesOfAnotherProcessAlone() throws IOException {
        Path other =
                Files.writeString(
                        folder.resolve(DAEMON + "-" + ProcessHandle.current().pid() + ".1"), "old");

        assertTrue(recorder(folder).writeOut().toString().endsWith(".2"));
        assertEquals("old", Files.readString(other));
    }

    @Test
    void forgetsTheOldestLines() throws IOException {
        FlightRecorder recorder = recorder(folder);
        recorder.write(line("oldest"));
        String long1 = "1".repeat(FlightRecorder.LIMIT_CHARACTERS / 2);
        String long2 = "2".repeat(FlightRecorder.LIMIT_CHARACTERS / 2);
        recorder.write(line(long1));
        recorder.write(line(long2));

        assertEquals(List.of("debug: " + long1, "debug: " + long2), messages(recorder.writeOut()));
    }

    @Test
    void tellsWhenThereIsNoFolder() {
        FlightRecorder recorder = recorder(folder.resolve("absent"));

        assertThrows(NoSuchFileException.class, recorder::writeOut);
    }

    private static FlightRecorder recorder(Path folder) {
        return new FlightRecorder(folder, DAEMON, new DetailFormat(DAEMON));
    }

    private static LogLine line(String text) {
        return new LogLine(Instant.EPOCH, Severity.DEBUG, "Session", text);
    }

    private static List<String> messages(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> line.substring(line.indexOf('\t') + 1))
                .toList();
    }
}
