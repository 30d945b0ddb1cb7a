package dev.remotenode.agent.servicemanager;

import dev.remotenode.ocf.schedule.EventLoop;
import java.time.Duration;

/**
 * Gives the service manager's watchdog its signs of life, out of the event loop: if that hangs,
 * they stop.
 */
public final class Heartbeat {

    private final EventLoop loop;
    private final ServiceManager manager;
    private final Duration pause;

    /**
     * Makes a heart that does not beat yet.
     *
     * @param watchdog after which the watchdog bites; a sign is given twice in that time
     */
    public Heartbeat(EventLoop loop, ServiceManager manager, Duration watchdog) {
        this.loop = loop;
        this.manager = manager;
        this.pause = watchdog.dividedBy(2);
    }

    /** Gives the first sign, and all others. */
    public void beat() {
        manager.alive();
        loop.schedule(pause, this::beat);
    }
}
