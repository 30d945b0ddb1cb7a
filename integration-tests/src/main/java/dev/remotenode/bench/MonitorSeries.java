package dev.remotenode.bench;

import dev.remotenode.bench.result.Samples;
import dev.remotenode.lab.wire.Requests;
import dev.remotenode.lrmd.client.NotificationListener;
import dev.remotenode.lrmd.message.Notification;
import dev.remotenode.lrmd.message.Notification.ExecComplete;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Recurring monitors, and how late each run was: the interval counts from the end of one run to the
 * start of the next, so that whatever lies between two notices beyond the interval and the time of
 * the run itself is lateness.
 */
final class MonitorSeries implements NotificationListener {
    private final BenchClient client;
    private final Duration interval;
    private final Map<String, Long> endedAt = new HashMap<>();
    private final Samples lateness = new Samples();
    private int failures;

    MonitorSeries(BenchClient client, Duration interval) {
        this.client = client;
        this.interval = interval;
        client.listen(this);
    }

    void start(String resource) {
        client.ask(Requests.recurring(resource, "monitor", interval, Map.of()));
    }

    /** Comes on the client's thread. */
    @Override
    public synchronized void notified(Notification notification) {
        if (!(notification instanceof ExecComplete complete)) {
            return;
        }
        long now = System.nanoTime();
        Optional.ofNullable(endedAt.put(complete.resourceId(), now))
                .ifPresent(before ->
                        lateness.add(
                                Units.millisBetween(before, now)
                                        - interval.toMillis()
                                        - complete.outcome().executionTime()));
        if (complete.outcome().executionStatus() != 0 || complete.outcome().exitCode() != 0) {
            failures++;
        }
    }

    /** What was measured since the last call, in milliseconds. */
    synchronized Lateness take() {
        Lateness result =
                new Lateness(
                        lateness.size(),
                        lateness.median(),
                        lateness.worstOfHundred(),
                        lateness.worst(),
                        failures);
        lateness.clear();
        failures = 0;
        return result;
    }

    /** Of so many runs, in milliseconds. */
    record Lateness(int runs, double median, double worstOfHundred, double worst, int failures) {}
}
