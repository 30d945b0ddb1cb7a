package dev.remotenode.bench;

import dev.remotenode.bench.result.Metric;
import dev.remotenode.bench.result.Place;
import dev.remotenode.bench.result.Results;
import dev.remotenode.bench.result.Tool;
import dev.remotenode.lab.LabSettings;
import dev.remotenode.lab.RemoteCluster;
import dev.remotenode.lab.cluster.Cluster;
import dev.remotenode.lab.host.Host;

/**
 * Measures what clusters and people notice of a remote node: on a cluster node, in a guest with our
 * daemon, and in a guest with Pacemaker's, taking turns.
 */
final class ClusterComparison implements AutoCloseable {
    private final RemoteCluster ours;
    private final RemoteCluster theirs;
    private final Results results;

    private ClusterComparison(RemoteCluster ours, RemoteCluster theirs, Results results) {
        this.ours = ours;
        this.theirs = theirs;
        this.results = results;
    }

    /**
     * Opens a cluster with a guest for each daemon.
     *
     * @param results where to put what is measured
     */
    static ClusterComparison open(LabSettings settings, Results results) {
        RemoteCluster first = connected(settings, "bench-cluster-java");
        try {
            return new ClusterComparison(
                    first, connected(settings.withReferenceDaemon(), "bench-cluster-c"), results);
        } catch (RuntimeException e) {
            first.close();
            throw e;
        }
    }

    private static RemoteCluster connected(LabSettings settings, String name) {
        RemoteCluster stage = RemoteCluster.open(settings, name, 1);
        try {
            stage.connect();
            return stage;
        } catch (RuntimeException e) {
            stage.close();
            throw e;
        }
    }

    void measure(Extent extent) {
        Bench.say("Running Pacemaker's tools on a cluster node and in both guests");
        runTools(extent, new Results());
        for (int round = 0; round < extent.rounds(); round++) {
            runTools(extent, results);
        }
        for (int turn = 1; turn <= extent.clusterStarts(); turn++) {
            Bench.say(
                    "Having resources started there, %d of %d"
                            .formatted(turn, extent.clusterStarts()));
            for (Place place : Place.values()) {
                results.of(Metric.RESOURCES_STARTED, place)
                        .add(resourcesClock(place).measureSeconds());
            }
        }
    }

    private void runTools(Extent extent, Results samples) {
        for (Tool tool : Tool.values()) {
            for (Place place : Place.values()) {
                samples.of(tool, place)
                        .addAll(ToolClock.measureMillis(host(place), tool, extent.toolRuns()));
            }
        }
    }

    private ResourcesClock resourcesClock(Place place) {
        Cluster cluster = stage(place).cluster();
        String member = cluster.members().getFirst().name();
        String remote = stage(place).remote().name();
        return switch (place) {
            case MEMBER -> new ResourcesClock(cluster, member, remote);
            case OURS, THEIRS -> new ResourcesClock(cluster, remote, member);
        };
    }

    private RemoteCluster stage(Place place) {
        return switch (place) {
            case MEMBER, OURS -> ours;
            case THEIRS -> theirs;
        };
    }

    private Host host(Place place) {
        return switch (place) {
            case MEMBER -> ours.cluster().members().getFirst().host();
            case OURS, THEIRS -> stage(place).remote().host();
        };
    }

    @Override
    public void close() {
        ours.close();
        theirs.close();
    }
}
