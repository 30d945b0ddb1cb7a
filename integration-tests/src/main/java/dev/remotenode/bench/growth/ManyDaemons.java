package dev.remotenode.bench.growth;

import dev.remotenode.bench.Footprint;
import dev.remotenode.bench.Units;
import dev.remotenode.bench.result.Figures;
import dev.remotenode.lab.Fleet;
import dev.remotenode.lab.LabSettings;
import java.util.function.ToDoubleFunction;

/** Many daemons on one machine, and one client for all. */
final class ManyDaemons {
    private static final double MILLIS_PER_SECOND = 1000;

    private ManyDaemons() {}

    /** One implementation after the other, as a table in Markdown. */
    static String measure(int count, LabSettings ours, LabSettings theirs) {
        Costs our = costs(count, ours);
        Costs their = costs(count, theirs);
        return """
        | %d daemons | ours | Pacemaker's |
        | --- | ---: | ---: |
        """
                        .formatted(count)
                + row("memory before anybody connects, MB", our, their, Costs::memoryBefore)
                + row("memory after, MB", our, their, Costs::memoryAfter)
                + row("of which written to by themselves, MB", our, their, Costs::exclusive)
                + row("until all are connected and signed on, s", our, their, Costs::first)
                + row("the same again, s", our, their, Costs::again);
    }

    private static String row(
            String title, Costs ours, Costs theirs, ToDoubleFunction<Costs> value) {
        return "| %s | %s | %s |\n"
                .formatted(
                        title,
                        Figures.rounded(value.applyAsDouble(ours)),
                        Figures.rounded(value.applyAsDouble(theirs)));
    }

    /** Megabytes of all together, what several have in common counted once; and seconds. */
    private record Costs(
            double memoryBefore,
            double memoryAfter,
            double exclusive,
            double first,
            double again) {}

    private static Costs costs(int count, LabSettings settings) {
        System.out.printf(
                "%s: starting %d daemons ...%n", settings.program().implementation(), count);
        try (Fleet fleet = Fleet.open(settings, "bench-fleet", count)) {
            double memoryBefore = sum(fleet, Footprint::proportional);
            System.out.println("Connecting to all of them, twice ...");
            double first = connectSeconds(fleet);
            double again = connectSeconds(fleet);
            return new Costs(
                    memoryBefore,
                    sum(fleet, Footprint::proportional),
                    sum(fleet, Footprint::exclusive),
                    first,
                    again);
        }
    }

    private static double connectSeconds(Fleet fleet) {
        long begin = System.nanoTime();
        try (FleetConnection _ = FleetConnection.open(fleet)) {
            return Units.millisSince(begin) / MILLIS_PER_SECOND;
        }
    }

    private static double sum(Fleet fleet, ToDoubleFunction<Footprint> part) {
        return fleet.guests().stream().map(Footprint::of).mapToDouble(part).sum();
    }
}
