package dev.remotenode.ocf.schedule;

import dev.remotenode.ocf.operation.Timings;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Keeps the times of an operation as Pacemaker reports them: those of the first run only, and the
 * moment of the last change of the agent's code.
 */
final class OperationTimes {

    private final EventLoop clock;
    private final long acceptedNanos;
    private Optional<Start> firstRun = Optional.empty();
    private boolean told;
    private long dueNanos;
    private long latestStartNanos;
    private Instant latestStart;
    private int lastCode;
    private long changeEpochSeconds;
    private long changeNanos;

    OperationTimes(EventLoop clock) {
        this.clock = clock;
        this.acceptedNanos = clock.nanoTime();
        this.dueNanos = acceptedNanos;
        this.latestStart = Instant.EPOCH;
    }

    /** Nothing but other operations of the resource keeps it from running from now on. */
    void due() {
        dueNanos = clock.nanoTime();
    }

    void started() {
        latestStartNanos = clock.nanoTime();
        latestStart = clock.now();
        if (firstRun.isEmpty()) {
            firstRun = Optional.of(new Start(latestStartNanos, latestStart.getEpochSecond()));
        }
    }

    /** How long the present run had to wait for its turn. */
    Duration waited() {
        return Duration.ofNanos(latestStartNanos - dueNanos);
    }

    /** When the present run began. */
    Instant latestStart() {
        return latestStart;
    }

    /** How long the present run has taken so far. */
    Duration runningFor() {
        return Duration.ofNanos(clock.nanoTime() - latestStartNanos);
    }

    /**
     * A run has ended.
     *
     * @param agentCode as the agent gave it, compared with the last code after translation: so an
     *     LSB agent that says 3 again and again changes again and again, as it does in Pacemaker
     * @param exitCode after translation
     */
    void ended(int agentCode, int exitCode) {
        if (agentCode != lastCode) {
            changeEpochSeconds = clock.now().getEpochSecond();
            changeNanos = clock.nanoTime();
        }
        lastCode = exitCode;
    }

    /** A failure before there was an agent is no change, but the next run is compared with it. */
    void notAttempted(int exitCode) {
        lastCode = exitCode;
    }

    /** How long ago the code changed, if it ever did. */
    Duration sinceChange() {
        return Duration.ofNanos(clock.nanoTime() - changeNanos);
    }

    /** The code of the last run, 0 before the first. */
    int lastCode() {
        return lastCode;
    }

    /** The times up to now. */
    Timings current() {
        return firstRun.filter(_ -> !told)
                .map(this::of)
                .orElseGet(() -> new Timings(0, changeEpochSeconds, 0, 0));
    }

    /** From now on the times of the first run are 0, as in every later notice of Pacemaker's. */
    void told() {
        told = true;
    }

    /** The next notice tells of the first run again: what began then is over only now. */
    void tellAgain() {
        told = false;
    }

    private Timings of(Start start) {
        return new Timings(
                start.epochSeconds,
                changeEpochSeconds,
                TimeUnit.NANOSECONDS.toMillis(clock.nanoTime() - start.nanos),
                TimeUnit.NANOSECONDS.toMillis(start.nanos - acceptedNanos));
    }

    private record Start(long nanos, long epochSeconds) {}
}
