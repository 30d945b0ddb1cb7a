package dev.remotenode.ocf.schedule;

import java.time.Duration;

/** Writes a time span as Pacemaker does in exit reasons: {@code 500ms 1.500s 9s 1m30s 1d2h}. */
final class ReadableDuration {

    private ReadableDuration() {}

    static String of(Duration duration) {
        if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
            return duration.toMillis() + "ms";
        }
        StringBuilder text = new StringBuilder();
        append(text, duration.toDaysPart(), "d");
        append(text, duration.toHoursPart(), "h");
        append(text, duration.toMinutesPart(), "m");
        if (duration.toMillisPart() > 0) {
            text.append("%d.%03ds".formatted(duration.toSecondsPart(), duration.toMillisPart()));
        } else {
            append(text, duration.toSecondsPart(), "s");
        }
        return text.toString();
    }

    private static void append(StringBuilder text, long amount, String unit) {
        if (amount > 0) {
            text.append(amount).append(unit);
        }
    }
}
