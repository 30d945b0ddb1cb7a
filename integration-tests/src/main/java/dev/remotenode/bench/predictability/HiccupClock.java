package dev.remotenode.bench.predictability;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * A thread that does nothing but sleep for a millisecond: whenever it oversleeps, the machine (or
 * the bench itself) has kept it from running, as it keeps others.
 */
final class HiccupClock implements AutoCloseable {
    private static final long SLEEP_NANOS = 1_000_000;

    /** Shorter ones are how a kernel does it. */
    private static final long SHORTEST_NANOS = 3_000_000;

    private final Queue<Span> hiccups = new ConcurrentLinkedQueue<>();
    private final Thread thread = Thread.ofPlatform().name("hiccups").daemon().unstarted(this::run);
    private volatile boolean closed;

    HiccupClock() {
        thread.start();
    }

    private void run() {
        while (!closed) {
            long begin = System.nanoTime();
            LockSupport.parkNanos(SLEEP_NANOS);
            Span late = new Span(begin + SLEEP_NANOS, System.nanoTime());
            if (late.length() >= SHORTEST_NANOS) {
                hiccups.add(late);
            }
        }
    }

    /** When it was kept from running. */
    List<Span> hiccups() {
        return List.copyOf(hiccups);
    }

    @Override
    public void close() {
        closed = true;
    }
}
