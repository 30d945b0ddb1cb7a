package dev.remotenode.bench.predictability;

import dev.remotenode.bench.BenchClient;
import dev.remotenode.lab.wire.Requests;
import dev.remotenode.lrmd.client.NotificationListener;
import dev.remotenode.lrmd.message.Notification;
import dev.remotenode.lrmd.message.Notification.ExecComplete;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Trivial actions of some resources, so many a second, whether those before have ended or not. */
final class SteadyActions implements NotificationListener, AutoCloseable {
    private static final int PER_SECOND = 200;
    private static final List<String> RESOURCES =
            IntStream.range(0, PER_SECOND).mapToObj(i -> "resource-" + i).toList();

    private final BenchClient client;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("actions").daemon().factory());
    private final AtomicInteger ended = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private int asked;

    SteadyActions(BenchClient client) {
        this.client = client;
        client.registerAll(RESOURCES);
        client.listen(this);
        clock.scheduleAtFixedRate(
                this::ask, 0, TimeUnit.SECONDS.toNanos(1) / PER_SECOND, TimeUnit.NANOSECONDS);
    }

    private void ask() {
        String resource = RESOURCES.get(asked++ % RESOURCES.size());
        client.ask(Requests.once(resource, "monitor", Map.of()));
    }

    @Override
    public void notified(Notification notification) {
        if (notification instanceof ExecComplete complete) {
            ended.incrementAndGet();
            if (complete.outcome().executionStatus() != 0 || complete.outcome().exitCode() != 0) {
                failed.incrementAndGet();
            }
        }
    }

    /** How many have ended. */
    int ended() {
        return ended.get();
    }

    /** How many of them not as they should have. */
    int failed() {
        return failed.get();
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
