package dev.remotenode.agent.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Lines with columns, each as wide as its widest cell. Used by one thread. */
final class Table {
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();
    private final List<UnaryOperator<String>> styles = new ArrayList<>();

    /** Adds a line. */
    void row(String... cells) {
        row(UnaryOperator.identity(), cells);
    }

    /** Adds a line that stands out as a whole. */
    void row(UnaryOperator<String> style, String... cells) {
        rows.add(Arrays.asList(cells));
        styles.add(style);
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The lines, with this before each. */
    List<String> lines(String indent) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths =
                IntStream.range(0, columns)
                        .map(column ->
                                rows.stream()
                                        .filter(row -> column < row.size())
                                        .mapToInt(row -> row.get(column).length())
                                        .max()
                                        .orElse(0))
                        .toArray();
        return IntStream.range(0, rows.size())
                .mapToObj(
                        number -> styles.get(number).apply(indent + line(rows.get(number), widths)))
                .toList();
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            String cell = row.get(column);
            line.append(cell);
            if (column < row.size() - 1) {
                line.append(" ".repeat(widths[column] - cell.length())).append(GAP);
            }
        }
        return line.toString().stripTrailing();
    }
}
