package dev.remotenode.agent.cli.report;

import dev.remotenode.agent.cli.history.ReadableTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * One line of the picture, of so few cells that ten thousand operations draw as fast as ten. Used
 * by one thread.
 */
final class Lane {
    /** As wide as the picture is, in its own units. */
    static final int CELLS = 240;

    private final String name;
    private final TimeAxis axis;
    private final Cell[] cells;
    private int bad;

    Lane(String name, TimeAxis axis) {
        this.name = name;
        this.axis = axis;
        this.cells = IntStream.range(0, CELLS).mapToObj(_ -> new Cell()).toArray(Cell[]::new);
    }

    /** What happened in it. */
    private static final class Cell {
        private Optional<Shade> shade = Optional.empty();
        private int events;
        private Supplier<String> text = () -> "";

        void add(Shade added, Supplier<String> what, boolean begins) {
            events += begins ? 1 : 0;
            if (shade.isEmpty() || shade.get().compareTo(added) <= 0) {
                shade = Optional.of(added);
                text = what;
            }
        }
    }

    /**
     * A part of the lane that looks the same.
     *
     * @param css class of its shade
     * @param hint what happened in it
     */
    record Stretch(String css, int left, int width, String hint) {}

    String name() {
        return name;
    }

    /** How many bad things are in it. */
    int bad() {
        return bad;
    }

    /**
     * Adds something that took its time.
     *
     * @param what it was; asked for only where that is to be seen
     */
    void add(Shade shade, long fromMillis, long toMillis, Supplier<String> what) {
        bad += shade.compareTo(Shade.FAILED) >= 0 ? 1 : 0;
        int first = cell(fromMillis);
        int last = Math.max(first, cell(toMillis));
        for (int cell = first; cell <= last; cell++) {
            cells[cell].add(shade, what, cell == first);
        }
    }

    private int cell(long millis) {
        return Math.min(CELLS - 1, (int) (axis.position(millis) * CELLS));
    }

    List<Stretch> stretches() {
        List<Stretch> stretches = new ArrayList<>();
        int begin = 0;
        for (int end = 1; end <= CELLS; end++) {
            if (end == CELLS || !cells[end].shade.equals(cells[begin].shade)) {
                add(begin, end, stretches);
                begin = end;
            }
        }
        return stretches;
    }

    private void add(int begin, int end, List<Stretch> stretches) {
        cells[begin].shade.ifPresent(shade ->
                stretches.add(new Stretch(shade.css(), begin, end - begin, hint(begin, end))));
    }

    private String hint(int begin, int end) {
        int events = Arrays.stream(cells, begin, end).mapToInt(cell -> cell.events).sum();
        String more = events > 1 ? "; and %d more until then".formatted(events - 1) : "";
        return String.format(
                Locale.ROOT,
                "%s, %s: %s%s",
                name,
                ReadableTime.of(millis(begin)),
                cells[end - 1].text.get(),
                more);
    }

    private long millis(int cell) {
        return axis.from() + (axis.to() - axis.from()) * cell / CELLS;
    }
}
