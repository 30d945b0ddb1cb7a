package dev.remotenode.ocf.systemd;

import dev.remotenode.ocf.agent.AgentCall;
import dev.remotenode.ocf.agent.AgentName;
import dev.remotenode.ocf.agent.AgentRun;
import dev.remotenode.ocf.agent.AgentRunner;
import dev.remotenode.ocf.agent.RunEnd;
import dev.remotenode.ocf.agent.RunObserver;
import dev.remotenode.ocf.operation.NotifyRule;
import dev.remotenode.ocf.operation.OperationRequest;
import dev.remotenode.ocf.operation.Originator;
import dev.remotenode.ocf.operation.Result;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Calls of units and what comes of them. */
final class UnitRuns {

    /** Ten attempts fit in. */
    private static final Duration TIMEOUT = Duration.ofMillis(200);

    private UnitRuns() {}

    /** One run that was begun. */
    record Begun(AgentRun run, CompletableFuture<RunEnd> end) {

        /** Fails, rather than hang, if the end never comes. */
        RunEnd await() {
            return end.orTimeout(50, TimeUnit.SECONDS).join();
        }

        Result result() {
            return switch (await()) {
                case RunEnd.Finished(int _, Result result) -> result;
                case RunEnd.NotAttempted(Result result) -> result;
                case RunEnd.Killed killed -> throw new AssertionError(killed);
            };
        }
    }

    static Begun begin(AgentRunner runner, String type, String action) {
        return begin(runner, type, action, Duration.ZERO);
    }

    static Begun begin(AgentRunner runner, String type, String action, Duration interval) {
        CompletableFuture<RunEnd> end = new CompletableFuture<>();
        AgentRun run = runner.start(call(type, action, interval), new Completing(end));
        return new Begun(run, end);
    }

    private static AgentCall call(String type, String action, Duration interval) {
        return new AgentCall(
                new AgentName("systemd", Optional.empty(), type),
                new OperationRequest(
                        "rsc",
                        action,
                        interval,
                        TIMEOUT,
                        Duration.ZERO,
                        new LinkedHashMap<>(),
                        Optional.empty(),
                        NotifyRule.EVERYTHING,
                        new Originator("client")));
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
