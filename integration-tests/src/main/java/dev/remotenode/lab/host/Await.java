package dev.remotenode.lab.host;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for a state that can only be looked at, such as another program's view of the cluster. */
public final class Await {
    /** Short beside anything waited for here, long beside the cost of one look (about 30 ms). */
    private static final Duration POLL_INTERVAL = Duration.ofMillis(150);

    private Await() {}

    /**
     * Looks at a state until it is as wanted, and returns it.
     *
     * @param what the state waited for, as the object of "waited for"
     * @throws LabException if {@code limit} passes; the message shows the state last seen
     */
    public static <T> T until(
            String what, Duration limit, Supplier<T> observation, Predicate<T> wanted) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            T seen = observation.get();
            if (wanted.test(seen)) {
                return seen;
            }
            if (System.nanoTime() - deadline >= 0) {
                throw new LabException(
                        "waited %d s for %s; last seen: %s"
                                .formatted(limit.toSeconds(), what, seen));
            }
            pause(what);
        }
    }

    /** Like {@link #until(String, Duration, Supplier, Predicate)} for a plain condition. */
    public static void until(String what, Duration limit, BooleanSupplier condition) {
        until(what, limit, condition::getAsBoolean, Boolean::booleanValue);
    }

    private static void pause(String what) {
        try {
            Thread.sleep(POLL_INTERVAL);
        } catch (InterruptedException e) {
            throw LabException.interrupted("waiting for " + what, e);
        }
    }
}
