package dev.remotenode.agent.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessEnvironmentTest {

    private static final long SOME = 4711;

    @TempDir private Path folder;
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("env"), "PCMK_remote_port=4000\nMORE=yes\n");
    }

    @Test
    void anOrdinaryProcessDoesNotLookAtTheFile() {
        Map<String, String> own = Map.of("PCMK_remote_pid1", "default", "PATH", "/bin");
        assertEquals(
                new ProcessEnvironment(own, Map.of(), false, List.of()),
                ProcessEnvironment.of(own, SOME, file));
    }

    @Test
    void theFirstProcessReadsTheFileWhateverTheSettingSays() {
        ProcessEnvironment environment =
                ProcessEnvironment.of(Map.of("PCMK_remote_pid1", "vars"), 1, file);
        assertTrue(environment.firstProcess());
        assertEquals(
                Map.of(
                        "PCMK_remote_port",
                        "4000",
                        "MORE",
                        "yes",
                        "PCMK_logfile",
                        "/var/log/pcmk-init.log"),
                environment.additions());
    }

    @Test
    void whatTheProcessHasCounts() {
        ProcessEnvironment environment =
                ProcessEnvironment.of(
                        Map.of("PCMK_remote_port", "", "HA_logfile", "/tmp/log"), 1, file);
        assertEquals(Map.of("MORE", "yes"), environment.additions());
        assertEquals(
                Map.of("PCMK_remote_port", "", "HA_logfile", "/tmp/log", "MORE", "yes"),
                environment.variables());
    }

    @Test
    void theFileMayNameTheLogFile() throws IOException {
        Files.writeString(file, "PCMK_logfile=/tmp/log");
        assertEquals(
                Map.of("PCMK_logfile", "/tmp/log"),
                ProcessEnvironment.of(Map.of(), 1, file).additions());
    }

    @Test
    void anotherProcessMayReadTheFileOnly() {
        ProcessEnvironment environment =
                ProcessEnvironment.of(Map.of("HA_remote_pid1", "vars"), SOME, file);
        assertFalse(environment.firstProcess());
        assertEquals(Map.of("PCMK_remote_port", "4000", "MORE", "yes"), environment.additions());
    }

    @Test
    void anotherProcessMayDoAllOfIt() {
        assertTrue(
                ProcessEnvironment.of(Map.of("PCMK_remote_pid1", "full"), SOME, file)
                        .firstProcess());
    }

    @Test
    void anyOtherValueMeansTheDefault() {
        Map<String, String> own = Map.of("PCMK_remote_pid1", "yes");
        assertEquals(
                new ProcessEnvironment(
                        own,
                        Map.of(),
                        false,
                        List.of(
                                "PCMK_remote_pid1 has the value 'yes', which is not default, full"
                                        + " or vars: using default instead")),
                ProcessEnvironment.of(own, SOME, file));
    }
}
