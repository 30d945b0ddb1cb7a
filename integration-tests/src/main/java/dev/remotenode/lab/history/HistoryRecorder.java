package dev.remotenode.lab.history;

import dev.remotenode.lab.cluster.ClusterStatus;
import dev.remotenode.lab.host.LabException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Looks at a cluster, again and again, in a thread of its own, until it is closed. */
public final class HistoryRecorder implements AutoCloseable {
    /** Finer than what people see in a picture of some minutes; one look costs 20 ms. */
    private static final Duration INTERVAL = Duration.ofMillis(200);

    private final Supplier<ClusterStatus> look;
    private final long begin = System.nanoTime();
    private final List<Sample> samples = new ArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    private HistoryRecorder(Supplier<ClusterStatus> look) {
        this.look = look;
        this.thread = Thread.ofVirtual().name("history").unstarted(this::record);
    }

    /** Begins to look. */
    public static HistoryRecorder start(Supplier<ClusterStatus> look) {
        var recorder = new HistoryRecorder(look);
        recorder.thread.start();
        return recorder;
    }

    /** How long it has been looking. */
    public Duration now() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** What it has seen until now. */
    public History history() {
        synchronized (samples) {
            return new History(samples);
        }
    }

    /** Takes a last look. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw LabException.interrupted("waiting for the last look at the cluster", e);
        }
    }

    private void record() {
        try {
            do {
                add();
            } while (!closing.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS));
            add();
        } catch (InterruptedException e) {
            throw LabException.interrupted("looking at the cluster", e);
        }
    }

    /** A cluster that does not answer is not a cluster without nodes: there is nothing to keep. */
    private void add() {
        ClusterStatus status = look.get();
        if (!status.nodes().isEmpty()) {
            synchronized (samples) {
                samples.add(new Sample(now(), status));
            }
        }
    }
}
