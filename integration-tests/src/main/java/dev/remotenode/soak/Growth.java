package dev.remotenode.soak;

import java.util.List;

/**
 * How a measure has changed: its median in the second quarter of the time, when the daemon has
 * warmed up, and that in the last.
 */
record Growth(Measure measure, double before, double after) {
    private static final int QUARTERS = 4;
    private static final double SHARE = 0.05;

    /** Of values taken at even intervals, the oldest first. */
    static Growth of(Measure measure, List<Double> values) {
        if (values.size() < QUARTERS) {
            throw new IllegalArgumentException("too few values: " + values);
        }
        return new Growth(
                measure, median(quarter(1, values)), median(quarter(QUARTERS - 1, values)));
    }

    /** Whether it has stayed as it was, but for slack and a twentieth. */
    boolean isFlat() {
        return after <= before * (1 + SHARE) + measure.slack();
    }

    private static List<Double> quarter(int number, List<Double> values) {
        int size = values.size();
        return values.subList(number * size / QUARTERS, (number + 1) * size / QUARTERS);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
