package dev.remotenode.hostile;

import dev.remotenode.lab.host.ThreadPriority;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An attack that goes on: attackers that do the same again and again, whatever comes of it.
 *
 * <p>Attackers of the real world compute on machines of their own; these take what the daemon and
 * the honest leave of the processors.
 */
public final class Assault implements AutoCloseable {
    /** Between two bytes of an attacker who takes his time. */
    static final Duration TRICKLE = Duration.ofMillis(50);

    /** An attacker who waits for a daemon that hangs ends with the network of the daemon. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final AtomicLong acts = new AtomicLong();
    private final List<Thread> attackers = new ArrayList<>();
    private volatile boolean over;

    private Assault() {}

    /** What one attacker does, again and again. */
    @FunctionalInterface
    interface Act {
        /**
         * Does it once, and counts what it has done.
         *
         * @param assault that it is part of
         * @throws IOException if the daemon ends the connection, which ends nothing else
         */
        void commit(Assault assault) throws IOException, InterruptedException;
    }

    /**
     * Begins.
     *
     * @param threads put the sockets of attackers into a network
     * @param count how many attackers there are
     * @param pause of an attacker between two acts
     */
    static Assault begin(ThreadFactory threads, int count, Duration pause, Act act) {
        Assault assault = new Assault();
        for (int i = 0; i < count; i++) {
            Thread attacker = threads.newThread(() -> assault.goOn(pause, act));
            assault.attackers.add(attacker);
            attacker.start();
        }
        return assault;
    }

    private void goOn(Duration pause, Act act) {
        ThreadPriority.yieldToOthers();
        while (!over) {
            try {
                commit(act);
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void commit(Act act) throws InterruptedException {
        try {
            act.commit(this);
        } catch (IOException e) {
            // The daemon has shown this attacker the door, which is its right.
        }
    }

    /** One more. */
    void count() {
        acts.incrementAndGet();
    }

    boolean isOver() {
        return over;
    }

    /** How much the attackers have done, in the unit of their attack. */
    public long acts() {
        return acts.get();
    }

    @Override
    public void close() {
        over = true;
        attackers.forEach(Thread::interrupt);
        for (Thread attacker : attackers) {
            try {
                attacker.join(PATIENCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
