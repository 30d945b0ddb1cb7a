package dev.remotenode.agent.cli;

import java.time.Duration;
import java.util.Locale;

/** Times as people read them. */
final class Milliseconds {
    private static final double NANOS = 1e6;
    private static final double THOUSAND = 1e3;

    private Milliseconds() {}

    /** In milliseconds, to the microsecond. */
    static double of(Duration time) {
        return Math.round(time.toNanos() / THOUSAND) * THOUSAND / NANOS;
    }

    /** With two decimals and the unit. */
    static String text(Duration time) {
        return String.format(Locale.ROOT, "%.2f ms", time.toNanos() / NANOS);
    }

    /** In seconds, without decimals if there are none. */
    static String seconds(Duration time) {
        return time.toMillis() % 1000 == 0
                ? Long.toString(time.toSeconds())
                : Double.toString(time.toMillis() / THOUSAND);
    }
}
