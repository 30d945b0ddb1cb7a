package dev.remotenode.agent.lifecycle;

import dev.remotenode.ocf.posix.OwnMemory;
import dev.remotenode.ocf.schedule.EventLoop;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives memory back once there is nothing to do after much was done: after the start, after a large
 * message or many small ones. The JVM by itself would wait until its heap is full, and the daemon
 * would keep several times of what it needs, perhaps for days.
 *
 * <p>Used on the event loop, which stands still for some ten milliseconds meanwhile.
 */
public final class MemoryRelief {

    private static final Logger log = LoggerFactory.getLogger(MemoryRelief.class);

    /** So many bytes of messages leave enough behind: hundreds of operations, or one large one. */
    private static final int MUCH = 512 * 1024;

    /** Messages come in a row; a collection between them would find little and cost time. */
    private static final Duration QUIET = Duration.ofSeconds(5);

    private final EventLoop loop;
    private final Runnable relief;
    private long unrelieved;
    private long lastNanos;
    private boolean scheduled;

    /** One that does what there is to do. */
    public MemoryRelief(EventLoop loop) {
        this(loop, MemoryRelief::giveBack);
    }

    MemoryRelief(EventLoop loop, Runnable relief) {
        this.loop = loop;
        this.relief = relief;
    }

    /** The daemon has started. */
    public void started() {
        used(MUCH);
    }

    /** A message has passed. */
    public void used(int bytes) {
        unrelieved += bytes;
        lastNanos = loop.nanoTime();
        if (unrelieved >= MUCH && !scheduled) {
            scheduleIn(QUIET);
        }
    }

    private void scheduleIn(Duration delay) {
        scheduled = true;
        loop.schedule(delay, this::relieveIfQuiet);
    }

    private void relieveIfQuiet() {
        Duration left = QUIET.minusNanos(loop.nanoTime() - lastNanos);
        if (left.isPositive()) {
            scheduleIn(left);
            return;
        }
        scheduled = false;
        unrelieved = 0;
        relief.run();
    }

    private static void giveBack() {
        System.gc();
        OwnMemory.returnFreed();
        try {
            OwnMemory.releaseFiles();
        } catch (IOException e) {
            log.debug("More memory is kept than needed: {}", e.getMessage());
        }
    }
}
