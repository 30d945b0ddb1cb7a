package dev.remotenode.bench.result;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Something that is measured. */
public sealed interface Quantity permits Metric, Tool {
    /** What it is called in files; different for all quantities. */
    String name();

    /** What it is called in tables. */
    String title();

    String unit();

    Better better();

    /** Whether the worst of a hundred is worth telling beside the median. */
    boolean tailMatters();

    Group group();

    /** What ours has to reach. */
    default List<Goal> goals() {
        return Goals.of(this);
    }

    /** What is worth telling of it. */
    default Set<Statistic> statistics() {
        Set<Statistic> told = EnumSet.of(Statistic.MEDIAN);
        if (tailMatters()) {
            told.add(Statistic.WORST_OF_HUNDRED);
        }
        goals().stream().map(Goal::statistic).forEach(told::add);
        return told;
    }

    /** All there are, as tables have them. */
    static List<Quantity> all() {
        return Stream.<Quantity>concat(Stream.of(Metric.values()), Stream.of(Tool.values()))
                .toList();
    }

    /** The one that files call so. */
    static Optional<Quantity> named(String name) {
        return all().stream().filter(quantity -> quantity.name().equals(name)).findFirst();
    }
}
