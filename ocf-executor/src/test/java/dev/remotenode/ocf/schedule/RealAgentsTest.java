package dev.remotenode.ocf.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remotenode.ocf.agent.AgentName;
import dev.remotenode.ocf.operation.Completion;
import dev.remotenode.ocf.operation.ExecutionStatus;
import dev.remotenode.ocf.operation.NotifyRule;
import dev.remotenode.ocf.operation.OperationRequest;
import dev.remotenode.ocf.operation.Originator;
import dev.remotenode.ocf.operation.ProcessSnapshot;
import dev.remotenode.ocf.operation.ProcessTree;
import dev.remotenode.ocf.process.AgentSettings;
import dev.remotenode.ocf.process.ProcessAgentRunner;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The scheduler with real processes and a real clock. */
@Timeout(60)
class RealAgentsTest {

    @TempDir Path folder;
    private final BlockingQueue<Completion> completions = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> replies = new LinkedBlockingQueue<>();
    private final RealEventLoop loop = new RealEventLoop();
    private ProcessAgentRunner runner;
    private ResourceExecutor executor;

    @BeforeEach
    void open() throws IOException {
        write(
                "Hangs",
                """
                #!/bin/sh
                exec 3>"$OCF_RESKEY_fifo"
                echo begun >&2
                echo ready >&3
                sleep 1000 &
                sleep 1000
                """);
        write("Runs", "#!/bin/sh\ntest -e \"$OCF_RESKEY_state\" || exit 7\n");
        AgentSettings settings =
                new AgentSettings(
                        folder.toString(),
                        "/usr/lib/ocf",
                        "/etc/init.d",
                        folder,
                        "nobody",
                        Set.of(),
                        Map.of());
        runner = new ProcessAgentRunner(settings, loop);
        executor = new ResourceExecutor(loop, runner, completions::add, _ -> {});
    }

    @AfterEach
    void close() {
        runner.close();
        loop.close();
    }

    @Test
    void nothingIsLeftOfAnAgentThatTimedOut() throws Exception {
        Path fifo = fifo();
        execute("Hangs", "monitor", Duration.ZERO, Duration.ofMillis(1500), "fifo", fifo);

        try (BufferedReader reader = Files.newBufferedReader(fifo)) {
            assertEquals("ready", reader.readLine());
            assertEquals(-1, reader.read());
        }

        Completion completion = completions.take();
        assertEquals(ExecutionStatus.TIMED_OUT, completion.result().status());
        assertEquals(1, completion.result().exitCode());
        assertEquals(Optional.of("begun\n"), completion.result().output());
        assertEquals(
                Optional.of(
                        "Resource agent did not complete within 1.500s: "
                                + completion
                                        .result()
                                        .processes()
                                        .flatMap(ProcessTree::mostTelling)
                                        .map(ProcessSnapshot::summary)
                                        .orElseThrow()),
                completion.result().exitReason());
    }

    @Test
    void aMonitorSeesTheResourceFailAndRecover() throws Exception {
        Path state = Files.createFile(folder.resolve("state"));
        execute("Runs", "monitor", Duration.ofMillis(20), Duration.ofSeconds(20), "state", state);

        assertEquals(0, completions.take().result().exitCode());
        Files.delete(state);
        awaitExitCode(7);
        Files.createFile(state);
        awaitExitCode(0);
    }

    @Test
    void aCancelledAgentIsGoneBeforeTheReply() throws Exception {
        Path fifo = fifo();
        Duration interval = Duration.ofSeconds(10);
        execute("Hangs", "monitor", interval, Duration.ofSeconds(20), "fifo", fifo);

        try (BufferedReader reader = Files.newBufferedReader(fifo)) {
            assertEquals("ready", reader.readLine());
            loop.execute(() -> {
                CancelOutcome outcome = executor.cancel("rsc", "monitor", interval);
                executor.afterCancellations(
                        "rsc", () -> replies.add(outcome + " " + completions.size()));
            });
            assertEquals("CANCELLED 1", replies.take());
            assertEquals(-1, reader.read());
        }
        assertEquals(ExecutionStatus.CANCELLED, completions.take().result().status());
    }

    private void awaitExitCode(int expected) throws InterruptedException {
        while (completions.take().result().exitCode() != expected) {
            // The next one, then: the monitor runs every few milliseconds.
        }
    }

    private void execute(
            String type,
            String action,
            Duration interval,
            Duration timeout,
            String parameter,
            Path value) {
        OperationRequest request =
                new OperationRequest(
                        "rsc",
                        action,
                        interval,
                        timeout,
                        Duration.ZERO,
                        new LinkedHashMap<>(Map.of(parameter, value.toString())),
                        Optional.empty(),
                        NotifyRule.EVERYTHING,
                        new Originator("client"));
        AgentName agent = new AgentName("ocf", Optional.of("test"), type);
        loop.execute(() -> {
            executor.register(new Resource("rsc", agent, false));
            executor.execute(1, request);
        });
    }

    private Path fifo() throws IOException, InterruptedException {
        Path fifo = folder.resolve("fifo");
        assertEquals(0, new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor());
        return fifo;
    }

    private void write(String type, String script) throws IOException {
        Path file = folder.resolve("test").resolve(type);
        Files.createDirectories(file.getParent());
        Files.writeString(file, script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
