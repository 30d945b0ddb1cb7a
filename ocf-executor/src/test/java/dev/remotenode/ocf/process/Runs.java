package dev.remotenode.ocf.process;

import dev.remotenode.ocf.agent.AgentCall;
import dev.remotenode.ocf.agent.AgentName;
import dev.remotenode.ocf.agent.AgentRun;
import dev.remotenode.ocf.agent.AgentRunner;
import dev.remotenode.ocf.agent.RunEnd;
import dev.remotenode.ocf.agent.RunObserver;
import dev.remotenode.ocf.operation.NotifyRule;
import dev.remotenode.ocf.operation.OperationRequest;
import dev.remotenode.ocf.operation.Originator;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Runs agents of a folder on a real runner and waits for what comes of it. */
final class Runs implements AutoCloseable {

    private final ProcessAgentRunner runner;

    Runs(AgentFolder agents) {
        runner = new ProcessAgentRunner(agents.settings(), Runnable::run);
    }

    /** See {@link ProcessAgentRunner#adoptOrphans}. */
    void adoptOrphans(Consumer<Runnable> onChildEnd) {
        runner.adoptOrphans(onChildEnd);
    }

    /** One run that was begun. */
    record Begun(AgentRun run, CompletableFuture<RunEnd> end) {

        /** Fails, rather than hang, if the end never comes. */
        RunEnd await() {
            return end.orTimeout(50, TimeUnit.SECONDS).join();
        }
    }

    Begun begin(String type, Map<String, String> parameters) {
        return begin(new AgentName("ocf", Optional.of(AgentFolder.PROVIDER), type), parameters);
    }

    Begun begin(AgentName agent, Map<String, String> parameters) {
        return begin(call(agent, "monitor", parameters));
    }

    Begun begin(AgentCall call) {
        return begin(runner, call);
    }

    Begun beginAlert(AgentCall call) {
        return begin(runner.alerts(), call);
    }

    private static Begun begin(AgentRunner runner, AgentCall call) {
        CompletableFuture<RunEnd> end = new CompletableFuture<>();
        AgentRun run = runner.start(call, new Completing(end));
        return new Begun(run, end);
    }

    RunEnd run(String type) {
        return begin(type, Map.of()).await();
    }

    /** The end of an agent that is expected to end by itself. */
    RunEnd.Finished finish(String type, Map<String, String> parameters) {
        return (RunEnd.Finished) begin(type, parameters).await();
    }

    RunEnd.Finished finish(String type) {
        return finish(type, Map.of());
    }

    String output(String type, Map<String, String> parameters) {
        return finish(type, parameters).result().output().orElse("");
    }

    static AgentCall call(AgentName agent, String action, Map<String, String> parameters) {
        return new AgentCall(
                agent,
                new OperationRequest(
                        "rsc",
                        action,
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ZERO,
                        new LinkedHashMap<>(parameters),
                        Optional.empty(),
                        NotifyRule.EVERYTHING,
                        new Originator("client")));
    }

    @Override
    public void close() {
        runner.close();
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
