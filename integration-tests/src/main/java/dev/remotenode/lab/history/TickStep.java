package dev.remotenode.lab.history;

import java.time.Duration;
import java.util.stream.LongStream;

/** How far apart the labels of a time axis are. */
final class TickStep {
    /** So few that they do not touch each other on a telephone. */
    private static final int MOST_TICKS = 6;

    private TickStep() {}

    /** A round number of seconds, for an axis of this length. */
    static Duration of(Duration length) {
        return LongStream.iterate(1, decade -> decade * 10)
                .flatMap(decade -> LongStream.of(decade, 2 * decade, 5 * decade))
                .mapToObj(Duration::ofSeconds)
                .filter(step -> step.multipliedBy(MOST_TICKS).compareTo(length) >= 0)
                .findFirst()
                .orElseThrow();
    }
}
