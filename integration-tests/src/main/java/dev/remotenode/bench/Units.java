package dev.remotenode.bench;

/** Conversions to the units that results are told in. */
public final class Units {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double KILOBYTES_PER_MEGABYTE = 1024;

    private Units() {}

    /** Milliseconds since a moment of {@link System#nanoTime()}. */
    public static double millisSince(long nanoTime) {
        return millisBetween(nanoTime, System.nanoTime());
    }

    /** Milliseconds from one moment of {@link System#nanoTime()} to another. */
    public static double millisBetween(long from, long to) {
        return (to - from) / NANOS_PER_MILLI;
    }

    static double megabytes(long kilobytes) {
        return kilobytes / KILOBYTES_PER_MEGABYTE;
    }
}
