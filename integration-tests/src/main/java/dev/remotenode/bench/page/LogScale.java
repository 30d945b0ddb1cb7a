package dev.remotenode.bench.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * An axis on which each step is ten times the last. What is not above zero lies at its beginning.
 *
 * @param first the power of ten that it begins with
 * @param last the power of ten that it ends with
 */
record LogScale(int first, int last) {
    private static final double WHOLE = 100;

    /** The shortest that has all values on it, and something left of the least. */
    static LogScale of(DoubleStream values) {
        double[] positive = values.filter(value -> value > 0).toArray();
        if (positive.length == 0) {
            return new LogScale(0, 1);
        }
        double least = DoubleStream.of(positive).min().orElseThrow();
        double most = DoubleStream.of(positive).max().orElseThrow();
        int first = (int) Math.floor(Math.log10(least));
        int lowest = least == Math.pow(10, first) ? first - 1 : first;
        return new LogScale(lowest, Math.max((int) Math.ceil(Math.log10(most)), lowest + 1));
    }

    /** Where a value is, in percent of the axis. */
    double position(double value) {
        return value <= 0
                ? 0
                : Math.clamp(WHOLE * (Math.log10(value) - first) / (last - first), 0, WHOLE);
    }

    /** The same as style sheets want it. */
    String percent(double value) {
        return String.format(Locale.ROOT, "%.2f", position(value));
    }

    /** A tick at each power of ten. */
    List<Tick> ticks() {
        List<Tick> ticks = new ArrayList<>();
        for (int power = first; power <= last; power++) {
            double value = Math.pow(10, power);
            ticks.add(new Tick(percent(value), label(power)));
        }
        return ticks;
    }

    private static String label(int power) {
        return power < 0
                ? String.format(Locale.ROOT, "%." + -power + "f", Math.pow(10, power))
                : String.format(Locale.ROOT, "%.0f", Math.pow(10, power));
    }

    /** A labelled place on the axis. */
    record Tick(String left, String label) {}
}
