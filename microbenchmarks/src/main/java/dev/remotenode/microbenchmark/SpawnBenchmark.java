package dev.remotenode.microbenchmark;

import dev.remotenode.ocf.agent.AgentCall;
import dev.remotenode.ocf.agent.RunEnd;
import dev.remotenode.ocf.agent.RunObserver;
import dev.remotenode.ocf.process.ProcessAgentRunner;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A trivial agent is started, and its end and its words are there: our way, and Java's own. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SpawnBenchmark {
    private static final AgentCall MONITOR = TrivialAgent.monitor();

    private final TrivialAgent agent = new TrivialAgent();
    private final ProcessAgentRunner runner =
            new ProcessAgentRunner(agent.settings(), Runnable::run);

    /** By {@code posix_spawn} and a pidfd. */
    @Benchmark
    public RunEnd posixSpawn() {
        CompletableFuture<RunEnd> end = new CompletableFuture<>();
        runner.start(MONITOR, new Completing(end));
        return end.join();
    }

    /** By {@link ProcessBuilder}, with as much of its output read. */
    @Benchmark
    public int processBuilder() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(agent.program().toString(), "monitor").start();
        process.getOutputStream().close();
        process.getInputStream().readAllBytes();
        process.getErrorStream().readAllBytes();
        return process.waitFor();
    }

    /** Ends the runner, and removes the agent. */
    @TearDown
    public void close() {
        runner.close();
        agent.close();
    }

    private record Completing(CompletableFuture<RunEnd> end) implements RunObserver {
        @Override
        public void started() {}

        @Override
        public void ended(RunEnd ended) {
            end.complete(ended);
        }
    }
}
