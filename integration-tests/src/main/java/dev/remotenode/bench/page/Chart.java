package dev.remotenode.bench.page;

import dev.remotenode.bench.result.Figures;
import dev.remotenode.bench.result.Goal;
import dev.remotenode.bench.result.Place;
import dev.remotenode.bench.result.Quantity;
import dev.remotenode.bench.result.Results;
import dev.remotenode.bench.result.Samples;
import dev.remotenode.bench.result.Statistic;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * The picture of a quantity: a bar to the median of each place, above it all samples, and a line at
 * what is the goal for the median.
 */
record Chart(
        String title, String unit, List<LogScale.Tick> ticks, List<Lane> lanes, List<Limit> goals) {
    /** A place, and what was measured there. */
    record Lane(String name, String colour, String width, String value, String hint, Strip strip) {}

    /** A goal for the median. */
    record Limit(String left, String hint) {}

    static Chart of(Results results, Quantity quantity) {
        List<Double> limits =
                quantity.goals().stream()
                        .filter(goal -> goal.statistic() == Statistic.MEDIAN)
                        .flatMap((Goal goal) -> goal.limit(results, quantity).stream())
                        .toList();
        LogScale scale =
                LogScale.of(
                        DoubleStream.concat(
                                all(results, quantity),
                                limits.stream().mapToDouble(limit -> limit)));
        return new Chart(
                quantity.title().replace("`", ""),
                quantity.unit(),
                scale.ticks(),
                quantity.group().places().stream()
                        .flatMap(place ->
                                results.find(quantity, place).stream()
                                        .map(samples -> lane(place, quantity, samples, scale)))
                        .toList(),
                limits.stream().map(limit -> goal(limit, quantity, scale)).toList());
    }

    private static DoubleStream all(Results results, Quantity quantity) {
        return Stream.of(Place.values())
                .flatMap(place -> results.find(quantity, place).stream())
                .flatMap(samples -> samples.values().stream())
                .mapToDouble(value -> value);
    }

    private static Lane lane(Place place, Quantity quantity, Samples samples, LogScale scale) {
        return new Lane(
                place.title(),
                place.name().toLowerCase(Locale.ROOT),
                scale.percent(samples.median()),
                Figures.rounded(samples.median()),
                "%s: median %s %s, %s to %s, of %d"
                        .formatted(
                                place.title(),
                                Figures.rounded(samples.median()),
                                quantity.unit(),
                                Figures.rounded(samples.best()),
                                Figures.rounded(samples.worst()),
                                samples.size()),
                Strip.of(samples, scale));
    }

    private static Limit goal(double limit, Quantity quantity, LogScale scale) {
        return new Limit(
                scale.percent(limit),
                "goal: %s %s %s"
                        .formatted(
                                quantity.better().bound(),
                                Figures.rounded(limit),
                                quantity.unit()));
    }
}
