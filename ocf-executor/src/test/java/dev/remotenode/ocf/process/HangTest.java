package dev.remotenode.ocf.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.ocf.agent.RunEnd;
import dev.remotenode.ocf.operation.ProcessSnapshot;
import dev.remotenode.ocf.operation.ProcessTree;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is found out about agents that take too long, from the real process table. */
@Timeout(60)
class HangTest {

    private final Path folder;
    private final AgentFolder agents;
    @AutoClose private final Runs runs;

    HangTest(@TempDir Path folder) {
        this.folder = folder;
        agents = new AgentFolder(folder);
        runs = new Runs(agents);
    }

    @Test
    void theAgentAndItsChildrenAreSeenBeforeTheyAreKilled() throws Exception {
        // The child blocks before it is executed, in the shell that is to become it.
        agents.script("Hangs", "(echo ready >\"$OCF_RESKEY_fifo\"; read x <\"$OCF_RESKEY_fifo\")");

        ProcessTree tree = timeOut("Hangs");

        List<ProcessSnapshot> processes = tree.processes();
        assertEquals(List.of(0, 1), processes.stream().map(ProcessSnapshot::depth).toList());
        assertEquals(processes.getFirst().pid(), processes.getLast().parent());
        assertEquals(
                "/bin/sh " + agents.path("Hangs") + " monitor", processes.getFirst().commandLine());
        assertEquals(processes.getLast(), tree.mostTelling().orElseThrow());
        assertEquals(List.of(), tree.outsideOfGroup());
    }

    @Test
    void aChildInASessionOfItsOwnIsFoundAndSurvives() throws Exception {
        agents.script(
                "Leaves",
                "setsid sh -c 'echo ready >\"$0\"; read x <\"$0\"; true' \"$OCF_RESKEY_fifo\" &",
                "wait");

        ProcessTree tree = timeOut("Leaves");

        assertEquals(1, tree.outsideOfGroup().size());
        int left = tree.outsideOfGroup().getFirst().pid();
        assertTrue(ProcessHandle.of(left).orElseThrow().destroyForcibly());
    }

    @Test
    void anAgentThatEndedInTimeIsNotExamined() {
        agents.script("Ends", "exit 7");

        Runs.Begun begun = runs.begin("Ends", Map.of());
        RunEnd end = begun.await();
        begun.run().timeOut();

        assertEquals(7, ((RunEnd.Finished) end).agentCode());
    }

    /** Waits for the agent to say that it is ready, and for nothing else. */
    private ProcessTree timeOut(String type) throws IOException, InterruptedException {
        Path fifo = folder.resolve("fifo");
        assertEquals(0, new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor());
        Runs.Begun begun = runs.begin(type, Map.of("fifo", fifo.toString()));
        try (BufferedReader reader = Files.newBufferedReader(fifo)) {
            assertEquals("ready", reader.readLine());
            begun.run().timeOut();
        }
        ProcessTree tree = ((RunEnd.Killed) begun.await()).processes().orElseThrow();
        // No timeout waits long for a process table. Where thousands run, it is not read to its
        // end.
        Assumptions.assumeTrue(
                tree.complete(), "this machine is too busy to show its processes in time");
        return tree;
    }
}
