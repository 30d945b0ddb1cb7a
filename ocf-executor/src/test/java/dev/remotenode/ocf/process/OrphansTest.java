package dev.remotenode.ocf.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.ocf.agent.RunEnd;
import dev.remotenode.ocf.posix.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What agents leave behind, to a process that takes it. */
@Timeout(120)
class OrphansTest {

    private static final int BURST = 200;

    private final AgentFolder agents;
    private final Path gate;
    @AutoClose private final Runs runs;
    private Runnable childHasEnded;

    OrphansTest(@TempDir Path folder) {
        agents = new AgentFolder(folder);
        runs = new Runs(agents);
        gate = folder.resolve("gate");
    }

    @BeforeEach
    void adopt() {
        CompletableFuture<Runnable> adopting = new CompletableFuture<>();
        runs.adoptOrphans(adopting::complete);
        childHasEnded = adopting.orTimeout(50, TimeUnit.SECONDS).join();
    }

    @AfterEach
    void adoptNoMore() {
        Processes.setChildSubreaper(0);
    }

    @Test
    void anOrphanIsReapedOnceItHasEnded() throws IOException {
        agents.script(
                "Leaves",
                "mkfifo " + gate,
                "(read -r _ <" + gate + ") </dev/null >/dev/null 2>&1 &",
                "echo $!");
        long orphan = Long.parseLong(runs.output("Leaves", Map.of()).strip());
        assertEquals(ProcessHandle.current().pid(), parent(orphan));

        Files.writeString(gate, "go\n");
        await(() -> state(orphan) == 'Z');
        childHasEnded.run();
        await(() -> !Files.exists(stat(orphan)));
    }

    @Test
    void noAgentIsTakenForAnOrphan() {
        agents.script(
                "Leaves",
                "(exit 3) </dev/null >/dev/null 2>&1 &",
                "echo $!",
                "exit $OCF_RESKEY_code");
        List<Runs.Begun> begun =
                IntStream.range(0, BURST)
                        .mapToObj(number -> runs.begin("Leaves", Map.of("code", number % 7 + "")))
                        .toList();
        Set<Long> orphans = new HashSet<>();
        for (int number = 0; number < BURST; number++) {
            childHasEnded.run();
            RunEnd.Finished end = (RunEnd.Finished) begun.get(number).await();
            assertEquals(number % 7, end.agentCode());
            orphans.add(Long.parseLong(end.result().output().orElseThrow().strip()));
        }
        await(() -> {
            childHasEnded.run();
            return ProcessHandle.current()
                    .children()
                    .noneMatch(child -> orphans.contains(child.pid()));
        });
    }

    /** A look at {@code /proc}, which may have no such process. */
    @FunctionalInterface
    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void await(Condition condition) {
        boolean holds = false;
        while (!holds) {
            try {
                holds = condition.holds();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            assertTrue(!Thread.interrupted(), "took too long");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    private static char state(long pid) throws IOException {
        return fields(pid)[0].charAt(0);
    }

    private static long parent(long pid) throws IOException {
        return Long.parseLong(fields(pid)[1]);
    }

    /** Of {@code /proc/PID/stat}, from the state on: the name before it may contain blanks. */
    private static String[] fields(long pid) throws IOException {
        String text = Files.readString(stat(pid));
        return text.substring(text.lastIndexOf(')') + 2).split(" ");
    }

    private static Path stat(long pid) {
        return Path.of("/proc", Long.toString(pid), "stat");
    }
}
