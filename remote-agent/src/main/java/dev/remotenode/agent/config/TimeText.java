package dev.remotenode.agent.config;

import java.time.Duration;
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
                        .map(unit -> unit.multipliedBy(Long.parseLong(matcher.group(1))))
                        .filter(Duration::isPositive)
                : Optional.empty();
    }

    private static Optional<Duration> unit(String name) {
        return switch (name) {
            case "us", "usec" -> Optional.of(Duration.ofNanos(1_000));
            case "ms", "msec" -> Optional.of(Duration.ofMillis(1));
            case "", "s", "sec" -> Optional.of(Duration.ofSeconds(1));
            case "m", "min" -> Optional.of(Duration.ofMinutes(1));
            case "h", "hr" -> Optional.of(Duration.ofHours(1));
            default -> Optional.empty();
        };
    }
}
