package dev.remotenode.bench.result;

import java.util.ArrayList;
import java.util.List;

/**
 * What was measured, in the unit of its quantity and in the order in which it was. For one thread.
 */
public final class Samples {
    /** How many standard deviations leave out one case in twenty. */
    private static final double NINETEEN_OF_TWENTY = 1.96;

    private final List<Double> values = new ArrayList<>();

    public Samples() {}

    public Samples(List<Double> values) {
        this.values.addAll(values);
    }

    public void add(double value) {
        values.add(value);
    }

    public void addAll(List<Double> more) {
        values.addAll(more);
    }

    public List<Double> values() {
        return List.copyOf(values);
    }

    public int size() {
        return values.size();
    }

    public double median() {
        return quantile(0.5);
    }

    public double worstOfHundred() {
        return quantile(0.99);
    }

    public double best() {
        return quantile(0);
    }

    public double worst() {
        return quantile(1);
    }

    public void clear() {
        values.clear();
    }

    /**
     * Where the median of endlessly many such samples would lie, in nineteen of twenty cases,
     * however they are distributed. Of less than six samples it is all between the outermost.
     */
    Interval medianInterval() {
        List<Double> sorted = sorted();
        int count = sorted.size();
        double reach = NINETEEN_OF_TWENTY * Math.sqrt(count) / 2;
        int low = (int) Math.floor(count / 2.0 - reach);
        int high = (int) Math.ceil(count / 2.0 + reach);
        return new Interval(
                sorted.get(Math.clamp(low - 1, 0, count - 1)),
                sorted.get(Math.clamp(high, 0, count - 1)));
    }

    /** From one value to another, both included. */
    record Interval(double low, double high) {
        boolean touches(Interval other) {
            return low <= other.high && other.low <= high;
        }
    }

    /** The smallest value that so large a part of all values does not exceed. */
    private double quantile(double part) {
        List<Double> sorted = sorted();
        return sorted.get(Math.max(0, (int) Math.ceil(part * sorted.size()) - 1));
    }

    private List<Double> sorted() {
        if (values.isEmpty()) {
            throw new IllegalStateException("nothing was measured");
        }
        return values.stream().sorted().toList();
    }
}
