package dev.remotenode.bench.predictability;

import dev.remotenode.bench.StolenTime;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/** A thread that looks again and again what the host of this virtual machine has taken from it. */
final class TheftClock implements AutoCloseable {
    /** The kernel counts in units of this. */
    private static final long SLEEP_NANOS = 10_000_000;

    private final Queue<Theft> thefts = new ConcurrentLinkedQueue<>();
    private final Thread thread = Thread.ofPlatform().name("thefts").daemon().unstarted(this::run);
    private volatile boolean closed;

    TheftClock() {
        thread.start();
    }

    /**
     * What was taken, between two looks.
     *
     * @param millis of one processor, or of several together
     */
    record Theft(Span when, double millis) {}

    private void run() {
        long begin = System.nanoTime();
        double before = StolenTime.millis();
        while (!closed) {
            LockSupport.parkNanos(SLEEP_NANOS);
            long end = System.nanoTime();
            double after = StolenTime.millis();
            if (after > before) {
                thefts.add(new Theft(new Span(begin, end), after - before));
            }
            begin = end;
            before = after;
        }
    }

    /** All of it, since this clock was started. */
    List<Theft> thefts() {
        return List.copyOf(thefts);
    }

    @Override
    public void close() {
        closed = true;
    }
}
