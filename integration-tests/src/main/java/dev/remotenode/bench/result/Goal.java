package dev.remotenode.bench.result;

import java.util.Optional;

/** What a statistic of ours has to reach. */
public sealed interface Goal {
    Statistic statistic();

    /** The value to be kept; none if it depends on what was not measured. */
    Optional<Double> limit(Results results, Quantity quantity);

    /** What to keep, behind "at most" or "at least". */
    String text();

    /** A value for all machines of the kind that the project is measured on. */
    record Fixed(Statistic statistic, double value) implements Goal {
        @Override
        public Optional<Double> limit(Results results, Quantity quantity) {
            return Optional.of(value);
        }

        @Override
        public String text() {
            return Figures.plain(value);
        }
    }

    /** So many times what is measured elsewhere at the same time. */
    record Times(Statistic statistic, double factor, Place place) implements Goal {
        @Override
        public Optional<Double> limit(Results results, Quantity quantity) {
            return results.find(quantity, place).map(samples -> factor * statistic.of(samples));
        }

        @Override
        public String text() {
            String whose =
                    switch (place) {
                        case OURS -> "ours";
                        case THEIRS -> "Pacemaker's";
                        case MEMBER -> "the cluster node's";
                    };
            return "%s times %s".formatted(Figures.plain(factor), whose);
        }
    }

    /** A median of so much. */
    static Goal median(double value) {
        return new Fixed(Statistic.MEDIAN, value);
    }

    /** So much in 99 of 100 cases. */
    static Goal tail(double value) {
        return new Fixed(Statistic.WORST_OF_HUNDRED, value);
    }

    /** So much at worst. */
    static Goal worst(double value) {
        return new Fixed(Statistic.WORST, value);
    }

    /** A median of so many times another's. */
    static Goal median(double factor, Place place) {
        return new Times(Statistic.MEDIAN, factor, place);
    }
}
