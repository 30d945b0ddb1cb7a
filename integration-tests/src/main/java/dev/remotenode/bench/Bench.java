package dev.remotenode.bench;

import dev.remotenode.lab.LabSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Measures both daemons in one run, taking turns: with the same client, each on the loopback of a
 * host of its own; then by Pacemaker's tools in a guest of a cluster. Prints tables, and writes
 * them to the file that the system property {@code bench.results} names.
 */
public final class Bench {
    private Bench() {}

    public static void main(String[] arguments) throws IOException {
        Extent extent = List.of(arguments).contains("--quick") ? Extent.QUICK : Extent.FULL;
        LabSettings settings = LabSettings.fromSystemProperties();
        LabSettings reference = settings.withReferenceDaemon();
        String results =
                String.join(
                        "\n",
                        Surroundings.describe(),
                        compareDaemons(settings, reference, extent),
                        compareTools(settings, reference, extent));
        System.out.print(results);
        Path file = Path.of(System.getProperty("bench.results", "target/bench/results.md"));
        Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        Files.writeString(file, results);
    }

    private static String compareDaemons(LabSettings ours, LabSettings theirs, Extent extent) {
        try (Subject us = new Subject(ours);
                Subject them = new Subject(theirs)) {
            measure(us, them, extent);
            return new Report(us, them).table();
        }
    }

    private static String compareTools(LabSettings ours, LabSettings theirs, Extent extent) {
        say("Forming two clusters, each with a guest");
        try (ToolComparison tools = ToolComparison.open(ours, theirs)) {
            say("Running Pacemaker's tools on a cluster node and in both guests");
            tools.measure(extent);
            return tools.table();
        }
    }

    private static void measure(Subject ours, Subject theirs, Extent extent) {
        List<Subject> both = List.of(ours, theirs);
        say("Warming up");
        both.forEach(subject -> new Round(subject, extent).run());
        both.forEach(Subject::forget);
        for (int round = 1; round <= extent.rounds(); round++) {
            say("Round " + round + " of " + extent.rounds());
            both.forEach(subject -> new Round(subject, extent).run());
        }
        both.forEach(Bench::measureMemory);
        say("Starting each " + extent.starts() + " times");
        both.forEach(subject -> subject.node().daemon().kill());
        for (int start = 0; start < extent.starts(); start++) {
            both.forEach(Bench::measureStart);
        }
    }

    private static void measureMemory(Subject subject) {
        Footprint footprint = Footprint.of(subject.node().host());
        subject.samples(Metric.RESIDENT).add(footprint.resident());
        subject.samples(Metric.PRIVATE).add(footprint.exclusive());
    }

    private static void measureStart(Subject subject) {
        subject.samples(Metric.START)
                .add(new StartClock(subject.node(), subject.program()).measureMillis());
    }

    private static void say(String text) {
        System.out.println(text + " ...");
    }
}
