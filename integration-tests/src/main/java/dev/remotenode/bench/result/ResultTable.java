package dev.remotenode.bench.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The results of a group, a row for each statistic. */
public record ResultTable(Results results, Group group) {
    /**
     * A row.
     *
     * @param cells what was measured, in the order of the group's places
     * @param comparison ours to Pacemaker's
     * @param goal empty if there is none
     * @param met whether it is met, if there is one that can be told
     */
    public record Row(
            String title,
            String unit,
            List<String> cells,
            String comparison,
            String goal,
            Optional<Boolean> met) {
        String verdict() {
            return met.map(yes -> yes ? "yes" : "**no**").orElse("");
        }
    }

    /** All rows. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Quantity quantity : results.quantities(group)) {
            for (Statistic statistic : quantity.statistics()) {
                rows.add(row(quantity, statistic));
            }
        }
        return rows;
    }

    String markdown() {
        List<String> lines = new ArrayList<>();
        String places =
                group.places().stream().map(Place::title).collect(Collectors.joining(" | "));
        lines.add("| | unit | %s | ours is | goal | met |".formatted(places));
        lines.add("| --- | --- |%s --- | --- | --- |".formatted(" ---: |".repeat(width())));
        for (Row row : rows()) {
            lines.add(
                    "| %s | %s | %s | %s | %s | %s |"
                            .formatted(
                                    row.title,
                                    row.unit,
                                    String.join(" | ", row.cells),
                                    row.comparison,
                                    row.goal,
                                    row.verdict()));
        }
        return String.join("\n", lines) + "\n";
    }

    private int width() {
        return group.places().size();
    }

    private Row row(Quantity quantity, Statistic statistic) {
        List<Goal> goals =
                quantity.goals().stream().filter(goal -> goal.statistic() == statistic).toList();
        return new Row(
                quantity.title() + ", " + statistic.title(),
                quantity.unit(),
                group.places().stream().map(place -> cell(quantity, statistic, place)).toList(),
                comparison(quantity, statistic),
                goals.stream()
                        .map(goal -> quantity.better().bound() + " " + goal.text())
                        .collect(Collectors.joining(", ")),
                met(quantity, goals));
    }

    private String cell(Quantity quantity, Statistic statistic, Place place) {
        return results.find(quantity, place)
                .map(samples -> {
                    String value = Figures.rounded(statistic.of(samples));
                    return statistic == Statistic.MEDIAN && samples.size() > 1
                            ? value + " " + range(samples)
                            : value;
                })
                .orElse("");
    }

    private static String range(Samples samples) {
        return "(%s to %s)"
                .formatted(Figures.rounded(samples.best()), Figures.rounded(samples.worst()));
    }

    private String comparison(Quantity quantity, Statistic statistic) {
        Optional<Double> ours = value(quantity, statistic, Place.OURS);
        Optional<Double> theirs = value(quantity, statistic, Place.THEIRS);
        return ours.isPresent() && theirs.isPresent()
                ? quantity.better().compare(ours.get(), theirs.get())
                : "";
    }

    private Optional<Double> value(Quantity quantity, Statistic statistic, Place place) {
        return results.find(quantity, place).map(statistic::of);
    }

    private Optional<Boolean> met(Quantity quantity, List<Goal> goals) {
        return goals.stream()
                .flatMap(goal -> met(quantity, goal).stream())
                .reduce((one, other) -> one && other);
    }

    private Optional<Boolean> met(Quantity quantity, Goal goal) {
        Optional<Double> ours = value(quantity, goal.statistic(), Place.OURS);
        return goal.limit(results, quantity)
                .flatMap(limit -> ours.map(value -> quantity.better().keeps(value, limit)));
    }
}
