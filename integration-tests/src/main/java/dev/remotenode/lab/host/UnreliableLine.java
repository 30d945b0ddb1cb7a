package dev.remotenode.lab.host;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Two network cards and what carries frames from one to the other, late, in another order, twice or
 * not at all: for kernels without {@code sch_netem}, and for all others alike.
 */
public final class UnreliableLine implements AutoCloseable {
    private static final int HUNDRED = 100;

    private final Impairment impairment;
    private final Runnable unplug;
    private final ScheduledExecutorService late = Executors.newSingleThreadScheduledExecutor();
    private final List<Thread> readers;
    private final List<TapDevice> cards;
    private final AtomicLong carried = new AtomicLong();
    private volatile boolean closed;

    /**
     * Begins to carry.
     *
     * @param unplug removes both cards
     */
    UnreliableLine(TapDevice near, TapDevice far, Impairment impairment, Runnable unplug) {
        this.impairment = impairment;
        this.unplug = unplug;
        cards = List.of(near, far);
        readers = List.of(reader(near, far), reader(far, near));
        readers.forEach(Thread::start);
    }

    /** How many frames have passed. */
    public long carried() {
        return carried.get();
    }

    /** Repairs the line; what is on its way is lost. */
    @Override
    public void close() {
        closed = true;
        unplug.run();
        try {
            for (Thread reader : readers) {
                reader.join();
            }
        } catch (InterruptedException e) {
            throw LabException.interrupted("repairing a line", e);
        }
        late.shutdownNow();
        cards.forEach(TapDevice::close);
    }

    private Thread reader(TapDevice from, TapDevice to) {
        return Thread.ofPlatform()
                .daemon()
                .name("line from " + from.name())
                .unstarted(() -> carry(from, to));
    }

    private void carry(TapDevice from, TapDevice to) {
        byte[] frame = from.read();
        while (!closed) {
            if (frame.length > 0) {
                pass(frame, to);
            }
            frame = from.read();
        }
    }

    private void pass(byte[] frame, TapDevice to) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        if (random.nextInt(HUNDRED) < impairment.lost()) {
            return;
        }
        send(frame, to);
        if (random.nextInt(HUNDRED) < impairment.doubled()) {
            send(frame, to);
        }
    }

    private void send(byte[] frame, TapDevice to) {
        long jitter = impairment.jitter().toNanos();
        long delay =
                impairment.delay().toNanos()
                        + (jitter == 0 ? 0 : ThreadLocalRandom.current().nextLong(jitter));
        late.schedule(
                () -> {
                    to.write(frame);
                    carried.incrementAndGet();
                },
                delay,
                TimeUnit.NANOSECONDS);
    }
}
