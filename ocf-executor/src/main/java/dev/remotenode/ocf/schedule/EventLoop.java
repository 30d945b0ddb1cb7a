package dev.remotenode.ocf.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;

/** The thread that owns all state, and the only clock of the scheduler. */
public interface EventLoop extends Executor {

    /** Runs the task on the loop, after what is queued there. Callable from any thread. */
    @Override
    void execute(Runnable task);

    /** Runs the task on the loop when the delay is over, never earlier. Called on the loop. */
    Timer schedule(Duration delay, Runnable task);

    /** A monotonic clock, in nanoseconds. */
    long nanoTime();

    /** The wall clock. */
    Instant now();
}
