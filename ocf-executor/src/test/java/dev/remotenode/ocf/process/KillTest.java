package dev.remotenode.ocf.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.ocf.agent.RunEnd;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Killing agents that have children of their own. These hold a named pipe open, which says what
 * process ids cannot: end of file comes when the last one is gone.
 */
@Timeout(60)
class KillTest {

    private final Path folder;
    private final AgentFolder agents;
    @AutoClose private final Runs runs;

    KillTest(@TempDir Path folder) {
        this.folder = folder;
        agents = new AgentFolder(folder);
        runs = new Runs(agents);
    }

    @Test
    void theWholeProcessGroupDies() throws Exception {
        agents.script(
                "Hangs",
                "exec 3>\"$OCF_RESKEY_fifo\"",
                "sh -c 'sleep 1000; true' &",
                "echo so far",
                "echo ready >&3",
                "sleep 1000");
        Path fifo = fifo();

        Runs.Begun begun = runs.begin("Hangs", Map.of("fifo", fifo.toString()));
        try (BufferedReader reader = Files.newBufferedReader(fifo)) {
            assertEquals("ready", reader.readLine());
            begun.run().kill();
            assertEquals(
                    new RunEnd.Killed(Optional.of("so far\n"), Optional.empty()), begun.await());
            assertEquals(-1, reader.read());
        }
    }

    @Test
    void whatWasKilledBeforeTheEndOfTheDaemonDies() throws Exception {
        agents.script("Hangs", "exec 3>\"$OCF_RESKEY_fifo\"", "echo ready >&3", "sleep 1000");
        Path fifo = fifo();

        Runs.Begun begun = runs.begin("Hangs", Map.of("fifo", fifo.toString()));
        try (BufferedReader reader = Files.newBufferedReader(fifo)) {
            assertEquals("ready", reader.readLine());
            begun.run().kill();
            runs.close();
            assertEquals(-1, reader.read());
        }
    }

    @Test
    void onlyTheAgentItselfDiesIfFailuresBlock() throws Exception {
        agents.script(
                "Hangs",
                "exec 3>\"$OCF_RESKEY_fifo\"",
                "sleep 1000 &",
                "echo $! >&3",
                "exec sleep 1000");
        Path fifo = fifo();

        Runs.Begun begun =
                runs.begin("Hangs", Map.of("fifo", fifo.toString(), "CRM_meta_on_fail", "Block"));
        try (BufferedReader reader = Files.newBufferedReader(fifo)) {
            long grandchild = Long.parseLong(reader.readLine());
            begun.run().kill();
            assertEquals(new RunEnd.Killed(Optional.empty(), Optional.empty()), begun.await());
            assertTrue(ProcessHandle.of(grandchild).orElseThrow().destroyForcibly());
        }
    }

    @Test
    void anAgentThatEndedIsNotKilledAnyMore() {
        agents.script("Ends", "exit 7");

        Runs.Begun begun = runs.begin("Ends", Map.of());
        RunEnd end = begun.await();
        begun.run().kill();

        assertEquals(7, ((RunEnd.Finished) end).agentCode());
        assertEquals(0, runs.finish("Ends").result().output().map(String::length).orElse(0));
    }

    @Test
    void aDescendantThatHoldsTheOutputDelaysNothing() {
        agents.script("Leaves", "sleep 1000 &", "echo $!", "exit 0");

        String output = runs.output("Leaves", Map.of());

        assertTrue(ProcessHandle.of(Long.parseLong(output.trim())).orElseThrow().destroyForcibly());
    }

    private Path fifo() throws IOException, InterruptedException {
        Path fifo = folder.resolve("fifo");
        assertEquals(0, new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor());
        return fifo;
    }
}
