package dev.remotenode.ocf.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On files of a folder that stands for {@code /proc}. */
class MemoryRankTest {
    private static final int CHILD = 77;

    @TempDir private Path processes;

    @Test
    void theDaemonStepsBackAndItsChildrenDoNot() throws IOException {
        put("self", "100\n");
        put("77", "-500\n");

        MemoryRank.stepBack(processes).restore(CHILD);

        assertEquals("-500", rank("self"));
        assertEquals("100", rank("77"));
    }

    @Test
    void whoHasABetterPlaceKeepsItAndSoDoChildren() throws IOException {
        put("self", "-900\n");
        put("77", "-900\n");

        MemoryRank.stepBack(processes).restore(CHILD);

        assertEquals("-900\n", rank("self"));
        assertEquals("-900\n", rank("77"));
    }

    @Test
    void aChildThatHasEndedIsNoProblem() throws IOException {
        put("self", "0\n");

        MemoryRank.stepBack(processes).restore(CHILD);

        assertEquals("-500", rank("self"));
    }

    @Test
    void withoutTheRightEverythingStaysAsItIs() {
        MemoryRank.stepBack(processes).restore(CHILD);

        assertFalse(Files.exists(file("77")));
    }

    private void put(String process, String rank) throws IOException {
        Files.createDirectories(processes.resolve(process));
        Files.writeString(file(process), rank);
    }

    private String rank(String process) throws IOException {
        return Files.readString(file(process));
    }

    private Path file(String process) {
        return processes.resolve(process).resolve("oom_score_adj");
    }
}
