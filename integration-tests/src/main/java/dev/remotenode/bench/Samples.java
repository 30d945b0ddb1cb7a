package dev.remotenode.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What was measured, in the unit of its metric. For one thread. */
final class Samples {
    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        values.add(value);
    }

    void addAll(List<Double> more) {
        values.addAll(more);
    }

    int size() {
        return values.size();
    }

    double median() {
        return quantile(0.5);
    }

    double worstOfHundred() {
        return quantile(0.99);
    }

    double best() {
        return quantile(0);
    }

    double worst() {
        return quantile(1);
    }

    void clear() {
        values.clear();
    }

    /** The smallest value that so large a part of all values does not exceed. */
    private double quantile(double part) {
        if (values.isEmpty()) {
            throw new IllegalStateException("nothing was measured");
        }
        Collections.sort(values);
        return values.get(Math.max(0, (int) Math.ceil(part * values.size()) - 1));
    }
}
