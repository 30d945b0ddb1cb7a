package dev.remotenode.bench.growth;

import dev.remotenode.bench.ActionSeries;
import dev.remotenode.bench.BenchClient;
import dev.remotenode.bench.PokeSeries;
import dev.remotenode.bench.ProcessorTime;
import dev.remotenode.bench.Subject;
import dev.remotenode.bench.Units;
import dev.remotenode.bench.result.Figures;
import dev.remotenode.bench.result.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What an operation costs with more and more resources registered. */
final class RegisteredResources {
    private static final List<Integer> COUNTS = List.of(10, 100, 1_000, 5_000);
    private static final int IN_FLIGHT = 10;
    private static final int ACTIONS = 1_000;
    private static final int POKES = 50;

    private final Subject ours;
    private final Subject theirs;

    RegisteredResources(Subject ours, Subject theirs) {
        this.ours = ours;
        this.theirs = theirs;
    }

    /** The medians, as a table in Markdown. */
    String measure() {
        List<String> lines = new ArrayList<>();
        lines.add(
                """
                | registered resources | register, ms, ours | Pacemaker's \
                | poke, ms, ours | Pacemaker's | action, ms, ours | Pacemaker's \
                | processor time of an action, ms, ours | Pacemaker's |
                | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\
                """);
        try (BenchClient us = BenchClient.signedOn(ours.node());
                BenchClient them = BenchClient.signedOn(theirs.node())) {
            int registered = 0;
            for (int count : COUNTS) {
                Costs our = costs(ours, us, registered, count);
                Costs their = costs(theirs, them, registered, count);
                lines.add(
                        "| %d | %s | %s | %s | %s | %s | %s | %s | %s |"
                                .formatted(
                                        count,
                                        Figures.rounded(our.register),
                                        Figures.rounded(their.register),
                                        Figures.rounded(our.poke),
                                        Figures.rounded(their.poke),
                                        Figures.rounded(our.action),
                                        Figures.rounded(their.action),
                                        Figures.rounded(our.processor),
                                        Figures.rounded(their.processor)));
                registered = count;
            }
        }
        return String.join("\n", lines) + "\n";
    }

    /** All in milliseconds. Registering is done in one go, so that nobody waits for replies. */
    private record Costs(double register, double poke, double action, double processor) {}

    private static Costs costs(Subject subject, BenchClient client, int from, int to) {
        System.out.printf("%s: %d resources ...%n", subject.program().implementation(), to);
        long begin = System.nanoTime();
        client.registerAll(IntStream.range(from, to).mapToObj(i -> "resource-" + i).toList());
        double register = Units.millisSince(begin) / (to - from);
        double poke = new Samples(PokeSeries.run(client, POKES)).median();
        List<String> some =
                IntStream.range(0, IN_FLIGHT)
                        .mapToObj(i -> "resource-" + i * to / IN_FLIGHT)
                        .toList();
        ActionSeries.run(client, some, ACTIONS / 4);
        double before = ProcessorTime.millis(subject.node().host());
        double action = new Samples(ActionSeries.run(client, some, ACTIONS)).median();
        double spent = ProcessorTime.millis(subject.node().host()) - before;
        return new Costs(register, poke, action, spent / ACTIONS);
    }
}
