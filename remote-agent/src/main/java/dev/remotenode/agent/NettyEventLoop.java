package dev.remotenode.agent;

import dev.remotenode.ocf.schedule.EventLoop;
import dev.remotenode.ocf.schedule.Timer;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The one loop, as the executor sees it. */
final class NettyEventLoop implements EventLoop {

    private final io.netty.channel.EventLoop loop;

    NettyEventLoop(io.netty.channel.EventLoop loop) {
        this.loop = loop;
    }

    @Override
    public void execute(Runnable task) {
        loop.execute(task);
    }

    @Override
    public Timer schedule(Duration delay, Runnable task) {
        ScheduledFuture<?> scheduled = loop.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> cancel(scheduled);
    }

    private static void cancel(Future<?> scheduled) {
        scheduled.cancel(false);
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public Instant now() {
        return Instant.now();
    }
}
