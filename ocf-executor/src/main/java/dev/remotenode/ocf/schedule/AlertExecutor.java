package dev.remotenode.ocf.schedule;

import dev.remotenode.ocf.agent.AgentCall;
import dev.remotenode.ocf.agent.AgentName;
import dev.remotenode.ocf.agent.AgentRun;
import dev.remotenode.ocf.agent.AgentRunner;
import dev.remotenode.ocf.agent.AlertStandard;
import dev.remotenode.ocf.agent.RunEnd;
import dev.remotenode.ocf.agent.RunObserver;
import dev.remotenode.ocf.operation.Alert;
import dev.remotenode.ocf.operation.NotifyRule;
import dev.remotenode.ocf.operation.OperationRequest;
import dev.remotenode.ocf.operation.Originator;
import dev.remotenode.ocf.operation.Result;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the programs of alerts: at once and side by side. What comes of them is logged, and nobody
 * is told. The rules are those of Pacemaker's executor.
 *
 * <p>Single-threaded: every method is called on the event loop.
 */
public final class AlertExecutor {

    private static final Logger log = LoggerFactory.getLogger(AlertExecutor.class);

    /** How an alert tells its place among those of this node; the second name is the older one. */
    private static final List<String> SEQUENCE =
            List.of("CRM_alert_node_sequence", "CRM_notify_node_sequence");

    /** What killing the last program may take. */
    private static final Duration KILL_LIMIT = Duration.ofSeconds(5);

    private final EventLoop loop;
    private final AgentRunner runner;
    private final Set<Sending> underway = new LinkedHashSet<>();
    private final CompletableFuture<Void> drained = new CompletableFuture<>();
    private int lastNumber;
    private boolean draining;

    /**
     * @param runner of the agents of {@link AlertStandard}
     */
    public AlertExecutor(EventLoop loop, AgentRunner runner) {
        this.loop = loop;
        this.runner = runner;
    }

    /** Starts the program soon; not any more once they are {@link #drain drained}. */
    public void execute(Alert alert, Originator originator) {
        if (draining) {
            log.info("Alert {} is not sent: the daemon ends", alert.id());
            return;
        }
        lastNumber++;
        log.debug("Sending alert {} as number {}", alert.id(), lastNumber);
        Sending sending = new Sending(alert);
        underway.add(sending);
        sending.run = Optional.of(runner.start(call(alert, lastNumber, originator), sending));
    }

    /**
     * Takes no more alerts.
     *
     * @return completes when those under way have ended, or should have long since
     */
    public CompletableFuture<Void> drain() {
        draining = true;
        Optional<Duration> longest =
                underway.stream().map(s -> s.alert.timeout()).max(Comparator.naturalOrder());
        longest.ifPresentOrElse(
                timeout -> loop.schedule(timeout.plus(KILL_LIMIT), () -> drained.complete(null)),
                () -> drained.complete(null));
        return drained;
    }

    private static AgentCall call(Alert alert, int number, Originator originator) {
        SequencedMap<String, String> environment = new LinkedHashMap<>(alert.environment());
        SEQUENCE.forEach(name -> environment.put(name, Integer.toString(number)));
        return new AgentCall(
                new AgentName(AlertStandard.NAME, Optional.empty(), alert.path()),
                new OperationRequest(
                        alert.id(),
                        "alert",
                        Duration.ZERO,
                        alert.timeout(),
                        Duration.ZERO,
                        environment,
                        Optional.empty(),
                        NotifyRule.EVERYTHING,
                        originator));
    }

    /** One alert under way. */
    private final class Sending implements RunObserver {

        private final Alert alert;
        private Optional<AgentRun> run = Optional.empty();
        private Optional<Timer> timeout = Optional.empty();

        Sending(Alert alert) {
            this.alert = alert;
        }

        @Override
        public void started() {
            if (alert.timeout().isPositive()) {
                timeout = Optional.of(loop.schedule(alert.timeout(), this::timeOut));
            }
        }

        private void timeOut() {
            log.warn("Alert {} takes longer than its timeout: killing it", alert.id());
            run.ifPresent(AgentRun::timeOut);
        }

        @Override
        public void ended(RunEnd end) {
            timeout.ifPresent(Timer::cancel);
            underway.remove(this);
            report(end);
            if (draining && underway.isEmpty()) {
                drained.complete(null);
            }
        }

        private void report(RunEnd end) {
            switch (end) {
                case RunEnd.NotAttempted(Result result) ->
                        log.warn("Cannot send alert {}{}", alert.id(), reason(result));
                case RunEnd.Finished(int code, Result result) when code != 0 ->
                        log.warn(
                                "Alert {} has failed with exit status {}{}",
                                alert.id(),
                                code,
                                reason(result));
                case RunEnd.Finished _ -> log.debug("Alert {} is sent", alert.id());
                case RunEnd.Killed _ ->
                        log.warn(
                                "Alert {} has been killed after {}",
                                alert.id(),
                                ReadableDuration.of(alert.timeout()));
            }
        }

        private static String reason(Result result) {
            return result.exitReason().map(reason -> ": " + reason).orElse("");
        }
    }
}
