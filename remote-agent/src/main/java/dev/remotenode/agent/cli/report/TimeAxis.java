package dev.remotenode.agent.cli.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Time, from left to right: positions are parts of its length.
 *
 * @param from milliseconds since 1970-01-01 UTC
 * @param to the same, and later
 */
record TimeAxis(long from, long to, ZoneId zone) {
    /** So few that their labels do not touch each other on a telephone. */
    private static final int MOST_TICKS = 5;

    /** Further to the right, a label would be cut off. */
    private static final double LAST_TICK = 0.9;

    private static final List<Duration> STEPS =
            Stream.of(
                            "PT1S", "PT2S", "PT5S", "PT10S", "PT30S", "PT1M", "PT2M", "PT5M",
                            "PT10M", "PT30M", "PT1H", "PT2H", "PT6H", "PT12H", "P1D", "P2D", "P5D",
                            "P10D", "P30D", "P90D", "P365D")
                    .map(Duration::parse)
                    .toList();

    private static final DateTimeFormatter SECONDS = format("HH:mm:ss");
    private static final DateTimeFormatter MINUTES = format("HH:mm");
    private static final DateTimeFormatter DAYS = format("d MMM");

    /** At least a second long. */
    TimeAxis {
        to = Math.max(to, from + 1000);
    }

    /**
     * A label.
     *
     * @param left its position in percent
     */
    record Tick(String left, String label) {}

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }

    /** Where a moment is, from 0 to 1; what is outside is at the edge. */
    double position(long millis) {
        return Math.clamp((millis - from) / (double) (to - from), 0, 1);
    }

    List<Tick> ticks() {
        Duration step = step();
        List<Tick> ticks = new ArrayList<>();
        ZonedDateTime at = Instant.ofEpochMilli(from).atZone(zone).truncatedTo(ChronoUnit.DAYS);
        while (at.toInstant().toEpochMilli() <= to) {
            long millis = at.toInstant().toEpochMilli();
            if (millis >= from && position(millis) <= LAST_TICK) {
                ticks.add(
                        new Tick(
                                String.format(Locale.ROOT, "%.2f", 100 * position(millis)),
                                label(at, step)));
            }
            // Days of the calendar, which have 23 hours sometimes.
            at = step.toDays() > 0 ? at.plusDays(step.toDays()) : at.plus(step);
        }
        return ticks;
    }

    private Duration step() {
        return STEPS.stream()
                .filter(step -> step.toMillis() * MOST_TICKS >= to - from)
                .findFirst()
                .orElse(STEPS.getLast());
    }

    private static String label(ZonedDateTime at, Duration step) {
        boolean midnight = at.truncatedTo(ChronoUnit.DAYS).equals(at);
        if (midnight && step.compareTo(Duration.ofMinutes(1)) >= 0) {
            return DAYS.format(at);
        }
        return (step.toSeconds() % 60 == 0 ? MINUTES : SECONDS).format(at);
    }
}
