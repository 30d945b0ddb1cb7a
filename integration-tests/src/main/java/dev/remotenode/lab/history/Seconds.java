package dev.remotenode.lab.history;

import java.time.Duration;
import java.util.Locale;

/** How times are written on the page. */
final class Seconds {
    private Seconds() {}

    /** For instance {@code 12.3 s}. */
    static String of(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
}
