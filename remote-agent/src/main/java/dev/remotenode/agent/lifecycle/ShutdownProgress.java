package dev.remotenode.agent.lifecycle;

import dev.remotenode.agent.servicemanager.ServiceManager;
import dev.remotenode.agent.session.Session;
import dev.remotenode.ocf.schedule.EventLoop;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows how far the cluster is with stopping what runs here: in the log whenever that changes and
 * once a minute, and by {@code systemctl status}. Used on the event loop.
 */
public final class ShutdownProgress implements ShutdownObserver {

    private static final Logger log = LoggerFactory.getLogger(ShutdownProgress.class);

    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration REMINDER = Duration.ofMinutes(1);

    /** What is left to do once the cluster has stopped everything, or has been given up. */
    private static final Duration LAST_STEPS = Duration.ofMinutes(1);

    private final EventLoop loop;
    private final NodeActivity activity;
    private final NodeStatus status;
    private final StatusReport report;
    private final ServiceManager manager;
    private final Optional<Duration> limit;
    private Optional<Shown> shown = Optional.empty();
    private boolean waiting;

    /**
     * Makes the progress of a daemon that does not end yet.
     *
     * @param limit how long the daemon will wait: if that is longer than the service manager would,
     *     it is asked for this time
     */
    public ShutdownProgress(
            EventLoop loop,
            NodeActivity activity,
            NodeStatus status,
            StatusReport report,
            ServiceManager manager,
            Optional<Duration> limit) {
        this.loop = loop;
        this.activity = activity;
        this.status = status;
        this.report = report;
        this.manager = manager;
        this.limit = limit;
    }

    /** What the log has, and since when. */
    private record Shown(Activity activity, long nanos) {}

    @Override
    public void waitingFor(Session provider) {
        status.waitFor(provider);
        if (waiting) {
            return;
        }
        waiting = true;
        manager.stopping();
        limit.ifPresent(time -> manager.extendTimeout(time.plus(LAST_STEPS)));
        look();
    }

    @Override
    public void ended(String reason) {
        if (!waiting) {
            manager.stopping();
        }
        waiting = false;
        Activity left = activity.now();
        if (!left.resources().isEmpty() || !left.operations().isEmpty()) {
            log.warn("Leaving behind: {}", left.detailsWithTimes());
        }
        status.end(reason);
        report.conclude();
    }

    private void look() {
        if (!waiting) {
            return;
        }
        Activity now = activity.now();
        if (shown.filter(before -> isRecent(before) && before.activity.isSame(now)).isEmpty()) {
            log.info("Waiting for the cluster to stop {}: {}", now.count(), now.detailsWithTimes());
            shown = Optional.of(new Shown(now, loop.nanoTime()));
        }
        report.refresh();
        loop.schedule(LOOK, this::look);
    }

    private boolean isRecent(Shown before) {
        return loop.nanoTime() - before.nanos < REMINDER.toNanos();
    }
}
