package dev.remotenode.bench.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFileTest {
    @TempDir private Path folder;

    @Test
    void readsWhatItWrote() throws IOException {
        Path file = folder.resolve("results.json");
        RunFile.write(file, Runs.complete());

        Run read = RunFile.read(file);
        assertEquals(Runs.MACHINE, read.machine());
        assertEquals(Runs.complete().begun(), read.begun());
        assertEquals("full", read.extent());
        assertEquals(ResultText.of(Runs.complete()), ResultText.of(read));
    }

    @Test
    void readsRunsThatDoNotTellWhatTheirHostTook() throws IOException {
        Path file = folder.resolve("results.json");
        RunFile.write(file, Runs.complete());
        assertTrue(RunFile.read(file).surroundings().endsWith(", of which their host took 0.4 %"));

        Files.writeString(file, Files.readString(file).replace("\"stolenPercent\":0.4,", ""));
        assertTrue(RunFile.read(file).surroundings().endsWith("6.1.0"));
    }

    @Test
    void leavesOutWhatIsNotMeasuredAnyMore() throws IOException {
        Path file = folder.resolve("results.json");
        RunFile.write(file, Runs.complete());
        Files.writeString(file, Files.readString(file).replace("\"POKE\"", "\"NUDGE\""));

        assertTrue(
                RunFile.read(file).results().find(Metric.POKE, Place.OURS).isEmpty(),
                "a poke that is none");
    }

    @Test
    void refusesAnythingElse() throws IOException {
        Path file = folder.resolve("results.json");
        for (String text : new String[] {"", "{}", "[1, 2]", "poke 3 ms"}) {
            Files.writeString(file, text);
            IOException refusal = assertThrows(IOException.class, () -> RunFile.read(file));
            assertEquals(file + " is no result of the bench", refusal.getMessage());
        }
    }
}
