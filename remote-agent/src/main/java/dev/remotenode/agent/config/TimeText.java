package dev.remotenode.agent.config;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as Pacemaker's settings hold them: a number, in seconds unless a unit follows. */
public final class TimeText {

    private static final Pattern TIME = Pattern.compile("\\s*(\\d{1,9})\\s*([a-z]*)\\s*");

    private TimeText() {}

    /** The time, if the text is one and it is above zero. */
    public static Optional<Duration> parse(String text) {
        Matcher matcher = TIME.matcher(text.toLowerCase(Locale.ROOT));
        return matcher.matches()
                ? unit(matcher.group(2))
                        .map(unit -> Duration.of(Long.parseLong(matcher.group(1)), unit))
                        .filter(Duration::isPositive)
                : Optional.empty();
    }

    // Not as durations to be multiplied: that goes by BigDecimal, whose tables are a tenth of the
    // start.
    private static Optional<ChronoUnit> unit(String name) {
        return switch (name) {
            case "us", "usec" -> Optional.of(ChronoUnit.MICROS);
            case "ms", "msec" -> Optional.of(ChronoUnit.MILLIS);
            case "", "s", "sec" -> Optional.of(ChronoUnit.SECONDS);
            case "m", "min" -> Optional.of(ChronoUnit.MINUTES);
            case "h", "hr" -> Optional.of(ChronoUnit.HOURS);
            default -> Optional.empty();
        };
    }
}
