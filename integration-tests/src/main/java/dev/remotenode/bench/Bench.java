package dev.remotenode.bench;

import dev.remotenode.bench.page.ResultPage;
import dev.remotenode.bench.result.Machine;
import dev.remotenode.bench.result.ResultText;
import dev.remotenode.bench.result.Results;
import dev.remotenode.bench.result.Run;
import dev.remotenode.bench.result.RunFile;
import dev.remotenode.lab.LabSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Measures both daemons in one run, taking turns: with the same client, each on the loopback of a
 * host of its own; then in a cluster each, beside the cluster node itself. Prints tables, and keeps
 * them, a page with pictures, and all samples in a folder of the one that the system property
 * {@code bench.results} names.
 */
public final class Bench {
    private Bench() {}

    public static void main(String[] arguments) throws IOException {
        Extent extent = Extent.of(List.of(arguments));
        Instant begun = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        StolenTime stolen = new StolenTime();
        LabSettings settings = LabSettings.fromSystemProperties();
        Results results = new Results();
        try (DaemonComparison daemons = DaemonComparison.open(settings)) {
            daemons.measure(extent);
            daemons.addTo(results);
        }
        say("Forming two clusters, each with a guest");
        try (ClusterComparison clusters = ClusterComparison.open(settings, results)) {
            clusters.measure(extent);
        }
        keep(new Run(Machine.here(), begun, Optional.of(stolen.percent()), extent.name(), results));
    }

    private static void keep(Run run) throws IOException {
        String text = ResultText.of(run);
        System.out.print("\n" + text);
        Path folder =
                Files.createDirectories(
                        Path.of(System.getProperty("bench.results", "target/bench"))
                                .resolve(run.begun().toString().replace(":", "")));
        Files.writeString(folder.resolve("results.md"), text);
        Files.writeString(folder.resolve("results.html"), new ResultPage(run).html());
        RunFile.write(folder.resolve("results.json"), run);
        System.out.println("\nKept in " + folder + ": results.md, .html and .json");
    }

    static void say(String text) {
        System.out.println(text + " ...");
    }
}
