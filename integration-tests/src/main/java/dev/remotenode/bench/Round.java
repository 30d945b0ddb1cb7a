package dev.remotenode.bench;

import dev.remotenode.bench.result.Metric;
import dev.remotenode.lab.host.Host;
import java.util.List;
import java.util.stream.IntStream;

/** One turn of a daemon: everything but starts and memory. */
final class Round {
    private static final int RESOURCES = 256;
    private static final double MILLIS_PER_SECOND = 1000;

    private final Subject subject;
    private final Extent extent;

    Round(Subject subject, Extent extent) {
        this.subject = subject;
        this.extent = extent;
    }

    void run() {
        List<String> resources =
                IntStream.range(0, RESOURCES).mapToObj(i -> "resource-" + i).toList();
        try (BenchClient client = BenchClient.signedOn(subject.node())) {
            resources.forEach(client::register);
            subject.samples(Metric.POKE).addAll(PokeSeries.run(client, extent.roundTrips()));
            subject.samples(Metric.ACTION)
                    .addAll(ActionSeries.run(client, resources.subList(0, 1), extent.roundTrips()));
            measureThroughput(client, resources);
        }
        for (int i = 0; i < extent.connections(); i++) {
            measureConnection();
        }
    }

    private void measureThroughput(BenchClient client, List<String> resources) {
        Host host = subject.node().host();
        double before = ProcessorTime.millis(host);
        long begin = System.nanoTime();
        ActionSeries.run(client, resources, extent.actions());
        subject.samples(Metric.THROUGHPUT)
                .add(extent.actions() * MILLIS_PER_SECOND / Units.millisSince(begin));
        subject.samples(Metric.PROCESSOR)
                .add((ProcessorTime.millis(host) - before) / extent.actions());
    }

    private void measureConnection() {
        long begin = System.nanoTime();
        try (BenchClient _ = BenchClient.signedOn(subject.node())) {
            subject.samples(Metric.CONNECTION).add(Units.millisSince(begin));
        }
    }
}
