package dev.remotenode.agent.cli.history;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times and durations as people read them. */
public final class ReadableTime {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;
    private static final int DAY = 24 * HOUR;
    private static final int THOUSAND = 1000;

    private ReadableTime() {}

    /** Day and time, in the time zone of this host. */
    public static String of(long epochMillis) {
        return TIME.format(Instant.ofEpochMilli(epochMillis).atZone(ZoneId.systemDefault()));
    }

    /** The time of day only. */
    public static String clock(long epochMillis) {
        return CLOCK.format(Instant.ofEpochMilli(epochMillis).atZone(ZoneId.systemDefault()));
    }

    /** In the form of programs (ISO 8601). */
    public static String iso(long epochMillis) {
        return Instant.ofEpochMilli(epochMillis).toString();
    }

    /** In one or two units. */
    public static String duration(long millis) {
        if (millis < THOUSAND) {
            return millis + " ms";
        }
        if (millis < 10 * THOUSAND && millis % THOUSAND != 0) {
            return String.format(Locale.ROOT, "%.1f s", millis / (double) THOUSAND);
        }
        long seconds = Duration.ofMillis(millis).toSeconds();
        if (seconds < 2 * MINUTE) {
            return seconds + " s";
        }
        if (seconds < 2 * HOUR) {
            return two(seconds / MINUTE, "min", seconds % MINUTE, "s");
        }
        return seconds < 2 * DAY
                ? two(seconds / HOUR, "h", seconds % HOUR / MINUTE, "min")
                : two(seconds / DAY, "d", seconds % DAY / HOUR, "h");
    }

    private static String two(long large, String largeUnit, long small, String smallUnit) {
        return small == 0
                ? "%d %s".formatted(large, largeUnit)
                : "%d %s %d %s".formatted(large, largeUnit, small, smallUnit);
    }
}
