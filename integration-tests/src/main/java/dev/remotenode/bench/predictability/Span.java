package dev.remotenode.bench.predictability;

import java.util.List;

/** From one moment of {@link System#nanoTime()} to another. */
record Span(long begin, long end) {
    private static final double NANOS_PER_MILLI = 1e6;

    long length() {
        return end - begin;
    }

    double millis() {
        return length() / NANOS_PER_MILLI;
    }

    /** How much of this lies within any of those, none of which overlap each other. */
    long within(List<Span> others) {
        return others.stream()
                .mapToLong(other ->
                        Math.max(0, Math.min(end, other.end) - Math.max(begin, other.begin)))
                .sum();
    }
}
