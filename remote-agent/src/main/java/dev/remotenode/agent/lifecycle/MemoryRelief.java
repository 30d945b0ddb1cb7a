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
 * would keep several times of what it needs, perhaps for days. Where it never is quiet, it gives
 * memory back as well, if it has come to much. A few messages leave nothing on the heap that would
 * be worth it, but what they need of mapped files, which goes once nothing more has come for a
 * minute.
 *
 * <p>Used on the event loop, which stands still for some ten milliseconds meanwhile.
 */
public final class MemoryRelief {

    private static final Logger log = LoggerFactory.getLogger(MemoryRelief.class);

    /** So many bytes of messages leave enough behind: hundreds of operations, or one large one. */
    private static final int MUCH = 512 * 1024;

    /** Messages come in a row; a collection between them would find little and cost time. */
    private static final Duration QUIET = Duration.ofSeconds(5);

    /** What a monitor of every half minute needs again is better kept. */
    private static final Duration LONG_QUIET = Duration.ofMinutes(1);

    /** A collection amid large messages may take long, and so is rare. */
    private static final Duration BUSY = Duration.ofSeconds(30);

    /** Bytes of the heap that are worth one: as much as a daemon with little to do has in use. */
    static final long GROWN = 4L * 1024 * 1024;

    /** What is relieved. */
    interface Memory {
        /** Bytes of the heap, used or not. */
        long heap();

        /** Gives back what is free, which takes some milliseconds. */
        void collect();

        /** Lets go of what can be had again, which whoever needs it next has to wait for. */
        void releaseFiles();
    }

    private final EventLoop loop;
    private final Memory memory;
    private long unrelieved;
    private long lastNanos;
    private long relievedNanos;
    private long heapAfterwards;
    private boolean awaitsQuiet;
    private boolean awaitsLongQuiet;

    /** One of the memory of this process. */
    public MemoryRelief(EventLoop loop) {
        this(loop, new OfThisProcess());
    }

    MemoryRelief(EventLoop loop, Memory memory) {
        this.loop = loop;
        this.memory = memory;
        relievedNanos = loop.nanoTime();
        heapAfterwards = memory.heap();
    }

    /** The daemon has started. */
    public void started() {
        used(MUCH);
    }

    /** A message has passed. */
    public void used(int bytes) {
        unrelieved += bytes;
        lastNanos = loop.nanoTime();
        if (unrelieved >= MUCH && !awaitsQuiet) {
            awaitQuiet(QUIET);
        }
        if (!awaitsLongQuiet) {
            awaitLongQuiet(LONG_QUIET);
        }
    }

    private void awaitQuiet(Duration delay) {
        awaitsQuiet = true;
        loop.schedule(delay, this::relieve);
    }

    private void awaitLongQuiet(Duration delay) {
        awaitsLongQuiet = true;
        loop.schedule(delay, this::releaseFilesAfterLongQuiet);
    }

    private void relieve() {
        Duration left = leftOf(QUIET);
        if (left.isPositive()) {
            if (isBusyAndHasGrown()) {
                collect();
            }
            awaitQuiet(left);
            return;
        }
        awaitsQuiet = false;
        unrelieved = 0;
        collect();
        memory.releaseFiles();
    }

    /** Unless nothing has come since the last relief, which included the files. */
    private void releaseFilesAfterLongQuiet() {
        Duration left = leftOf(LONG_QUIET);
        if (left.isPositive()) {
            awaitLongQuiet(left);
            return;
        }
        awaitsLongQuiet = false;
        if (unrelieved > 0) {
            memory.releaseFiles();
        }
    }

    private Duration leftOf(Duration quiet) {
        return quiet.minusNanos(loop.nanoTime() - lastNanos);
    }

    private boolean isBusyAndHasGrown() {
        return loop.nanoTime() - relievedNanos >= BUSY.toNanos()
                && memory.heap() - heapAfterwards >= GROWN;
    }

    private void collect() {
        memory.collect();
        relievedNanos = loop.nanoTime();
        heapAfterwards = memory.heap();
    }

    private static final class OfThisProcess implements Memory {
        @Override
        public long heap() {
            return Runtime.getRuntime().totalMemory();
        }

        @Override
        public void collect() {
            System.gc();
            OwnMemory.returnFreed();
        }

        @Override
        public void releaseFiles() {
            try {
                OwnMemory.releaseFiles();
            } catch (IOException e) {
                log.debug("More memory is kept than needed: {}", e.getMessage());
            }
        }
    }
}
