package dev.remotenode.ocf.schedule;

import dev.remotenode.ocf.operation.Timings;
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
    private int lastCode;
    private long changeEpochSeconds;

    OperationTimes(EventLoop clock) {
        this.clock = clock;
        this.acceptedNanos = clock.nanoTime();
    }

    void started() {
        if (!told) {
            firstRun = Optional.of(new Start(clock.nanoTime(), clock.now().getEpochSecond()));
        }
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
        }
        lastCode = exitCode;
    }

    /** A failure before there was an agent is no change, but the next run is compared with it. */
    void notAttempted(int exitCode) {
        lastCode = exitCode;
    }

    /** The code of the last run, 0 before the first. */
    int lastCode() {
        return lastCode;
    }

    /** The times up to now. */
    Timings current() {
        return firstRun.map(this::of).orElseGet(() -> new Timings(0, changeEpochSeconds, 0, 0));
    }

    /** From now on the times of the first run are 0, as in every later notice of Pacemaker's. */
    void told() {
        told = true;
        firstRun = Optional.empty();
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
