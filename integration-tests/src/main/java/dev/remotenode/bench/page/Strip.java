package dev.remotenode.bench.page;

import dev.remotenode.bench.result.Samples;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** How samples are distributed: the more there are at a place, the darker it is. */
record Strip(List<Cell> cells) {
    private static final int CELLS = 200;
    private static final double FAINTEST = 0.2;

    /**
     * A part of the axis in which samples are.
     *
     * @param left in half percents of the axis
     * @param opacity from nearly nothing to one
     */
    record Cell(int left, String opacity) {}

    static Strip of(Samples samples, LogScale scale) {
        TreeMap<Integer, Integer> counts = new TreeMap<>();
        for (double value : samples.values()) {
            int cell = (int) Math.min(CELLS - 1, scale.position(value) * CELLS / 100);
            counts.merge(cell, 1, Integer::sum);
        }
        double most = counts.values().stream().mapToInt(count -> count).max().orElse(1);
        return new Strip(
                counts.entrySet().stream()
                        .map(cell -> new Cell(cell.getKey(), opacity(cell.getValue() / most)))
                        .toList());
    }

    private static String opacity(double part) {
        return String.format(Locale.ROOT, "%.2f", FAINTEST + (1 - FAINTEST) * part);
    }
}
