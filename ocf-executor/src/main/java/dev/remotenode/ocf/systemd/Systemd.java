package dev.remotenode.ocf.systemd;

import dev.remotenode.ocf.agent.RunEnd;
import dev.remotenode.ocf.operation.ExecutionStatus;
import dev.remotenode.ocf.operation.OcfExitCode;
import dev.remotenode.ocf.operation.OperationRequest;
import dev.remotenode.ocf.operation.Result;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The thread that speaks with systemd, and what it knows. The thread begins with its first task.
 */
final class Systemd implements Executor, AutoCloseable {

    private final ScheduledThreadPoolExecutor thread =
            new ScheduledThreadPoolExecutor(
                    1, Thread.ofPlatform().name("systemd").daemon().factory());
    private final Jobs jobs = new Jobs();
    private final SystemdLink link;
    private final UnitActions actions;

    Systemd(SystemdSettings settings) {
        this.link = new SystemdLink(settings.busAddress(), this, jobs);
        this.actions = new UnitActions(new OverrideFiles(settings.unitFolder()));
        // What the end of the daemon leaves to do is not worth waiting for.
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        thread.setRejectedExecutionHandler((_, _) -> {});
    }

    @Override
    public void execute(Runnable task) {
        thread.execute(task);
    }

    void schedule(Duration delay, Runnable task) {
        var _ = thread.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    Jobs jobs() {
        return jobs;
    }

    /** Does what is asked of a unit. On the thread of systemd. */
    Attempt attempt(UnitName unit, OperationRequest request) {
        return link.bus()
                .map(bus -> actions.attempt(bus, unit, request))
                .orElseGet(Systemd::noConnection);
    }

    /** Whether there is such a unit. On the thread of systemd. */
    boolean exists(UnitName unit) {
        return link.bus().filter(bus -> UnitActions.exists(bus, unit)).isPresent();
    }

    private static Attempt noConnection() {
        return new Attempt.Ended(
                new RunEnd.NotAttempted(
                        Result.failure(
                                OcfExitCode.GENERIC_ERROR,
                                ExecutionStatus.ERROR,
                                "No DBus connection")));
    }

    @Override
    public void close() {
        if (thread.getPoolSize() > 0) {
            thread.execute(link::close);
        }
        thread.shutdown();
    }
}
