package dev.remotenode.agent.cli.report;

import dev.remotenode.agent.cli.history.JournalEntry;
import dev.remotenode.agent.cli.history.ReadableTime;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How long each operation took, as dots: time to the right, duration upwards, in powers of ten.
 *
 * @param decades how many powers of ten there are, from a millisecond
 */
record DurationChart(List<JournalEntry> operations, TimeAxis axis, int decades) {
    static final int WIDTH = 1000;
    static final int HEIGHT = 200;

    private static final int LEAST_DECADES = 4;

    /**
     * All dots of one shade.
     *
     * @param path lines without length, which a round pen makes dots of
     */
    record Dots(String css, String path) {}

    /**
     * A line with a label.
     *
     * @param top its position in percent
     */
    record Level(String top, String label) {}

    /** As high as the longest needs it. */
    static DurationChart of(List<JournalEntry> operations, TimeAxis axis) {
        long longest =
                operations.stream()
                        .mapToLong(entry -> entry.record().getOperation().getRanMs())
                        .max()
                        .orElse(1);
        return new DurationChart(
                operations,
                axis,
                Math.max(
                        LEAST_DECADES, (int) Math.ceil(Math.log10((double) Math.max(1, longest)))));
    }

    List<Dots> dots() {
        Map<Shade, Set<String>> places = new EnumMap<>(Shade.class);
        for (JournalEntry entry : operations) {
            long took = entry.record().getOperation().getRanMs();
            Shade shade = Shade.of(entry) == Shade.MONITORED ? Shade.FINE : Shade.of(entry);
            Set<String> of = places.computeIfAbsent(shade, _ -> new HashSet<>());
            of.add(place(entry.record().getTimeMs(), took));
            entry.repetition()
                    .ifPresent(last ->
                            of.add(place(last.getTimeMs(), last.getRepetition().getLongestMs())));
        }
        return places.entrySet().stream()
                .map(shade -> new Dots(shade.getKey().css(), String.join("", shade.getValue())))
                .toList();
    }

    List<Level> levels() {
        return IntStream.rangeClosed(0, decades)
                .mapToObj(decade ->
                        new Level(
                                String.format(Locale.ROOT, "%.1f", 100 - 100.0 * decade / decades),
                                ReadableTime.duration(Math.round(Math.pow(10, decade)))))
                .toList();
    }

    private String place(long atMillis, long tookMillis) {
        double height = Math.log10((double) Math.max(1, tookMillis)) / decades;
        long across = Math.round(axis.position(atMillis) * WIDTH);
        long down = Math.round(HEIGHT - height * HEIGHT);
        return "M" + across + " " + down + "h0";
    }
}
