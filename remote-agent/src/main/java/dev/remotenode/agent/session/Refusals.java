package dev.remotenode.agent.session;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Those who are not let in. Each is told of as long as they can be told apart; of a crowd only the
 * number is, or it would fill the log and drive everything else out of the journal.
 *
 * <p>Used on the event loop.
 */
final class Refusals {

    private static final Logger log = LoggerFactory.getLogger(Refusals.class);

    private static final Duration PERIOD = Duration.ofMinutes(1);

    private static final int MOST_TOLD = 600;

    private final LongSupplier nanoTime;
    private long periodBegan;
    private int told;
    private long untold;

    /**
     * Begins a period.
     *
     * @param nanoTime a clock, in nanoseconds
     */
    Refusals(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.periodBegan = nanoTime.getAsLong();
    }

    /** One more; says whether it is to be told of. */
    boolean add() {
        long now = nanoTime.getAsLong();
        if (now - periodBegan >= PERIOD.toNanos()) {
            beginPeriod(now);
        }
        if (told < MOST_TOLD) {
            told++;
            return true;
        }
        if (untold == 0) {
            log.warn("Too many handshakes fail to tell of each: they are counted from now on");
        }
        untold++;
        return false;
    }

    private void beginPeriod(long now) {
        if (untold > 0) {
            log.warn("{} more handshakes have failed", untold);
        }
        periodBegan = now;
        told = 0;
        untold = 0;
    }
}
