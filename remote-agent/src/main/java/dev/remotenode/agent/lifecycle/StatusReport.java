package dev.remotenode.agent.lifecycle;

import dev.remotenode.agent.servicemanager.ServiceManager;
import dev.remotenode.ocf.schedule.EventLoop;
import java.time.Duration;
import java.util.Optional;

/** Keeps what {@code systemctl status} shows up to date. Used on the event loop. */
public final class StatusReport {

    /** A cluster that starts a hundred resources shall not have a hundred lines written. */
    private static final Duration PACE = Duration.ofSeconds(1);

    private final NodeStatus status;
    private final ServiceManager manager;
    private final EventLoop loop;
    private Optional<String> latest = Optional.empty();
    private boolean pausing;

    /** Makes a report that has said nothing yet. */
    public StatusReport(NodeStatus status, ServiceManager manager, EventLoop loop) {
        this.status = status;
        this.manager = manager;
        this.loop = loop;
    }

    /** The status may have changed: says so if it has, at once or a little later. */
    public void refresh() {
        if (!pausing) {
            say();
            pausing = true;
            loop.schedule(PACE, this::pauseIsOver);
        }
    }

    /** The last word. */
    void conclude() {
        say();
    }

    private void pauseIsOver() {
        pausing = false;
        say();
    }

    private void say() {
        Optional<String> text = Optional.of(status.text());
        if (!text.equals(latest)) {
            latest = text;
            manager.status(text.get());
        }
    }
}
