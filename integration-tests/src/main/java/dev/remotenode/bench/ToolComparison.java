package dev.remotenode.bench;

import dev.remotenode.lab.LabSettings;
import dev.remotenode.lab.RemoteCluster;
import dev.remotenode.lab.host.Host;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Measures Pacemaker's tools on a cluster node, in a guest with our daemon, and in a guest with
 * Pacemaker's, taking turns.
 */
final class ToolComparison implements AutoCloseable {
    private enum Place {
        MEMBER("cluster node"),
        OURS("guest, ours"),
        THEIRS("guest, Pacemaker's");

        private final String title;

        Place(String title) {
            this.title = title;
        }
    }

    private final RemoteCluster ours;
    private final RemoteCluster theirs;
    private final Map<Tool, Map<Place, Samples>> measured = new EnumMap<>(Tool.class);

    private ToolComparison(RemoteCluster ours, RemoteCluster theirs) {
        this.ours = ours;
        this.theirs = theirs;
    }

    /** Opens a cluster with a guest for each daemon. */
    static ToolComparison open(LabSettings ours, LabSettings theirs) {
        RemoteCluster first = connected(ours, "bench-tools-java");
        try {
            return new ToolComparison(first, connected(theirs, "bench-tools-c"));
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
        turn(extent);
        measured.clear();
        for (int round = 0; round < extent.rounds(); round++) {
            turn(extent);
        }
    }

    private void turn(Extent extent) {
        for (Tool tool : Tool.values()) {
            for (Place place : Place.values()) {
                samples(tool, place)
                        .addAll(ToolClock.measureMillis(host(place), tool, extent.toolRuns()));
            }
        }
    }

    private Host host(Place place) {
        return switch (place) {
            case MEMBER -> ours.cluster().members().getFirst().host();
            case OURS -> ours.remote().host();
            case THEIRS -> theirs.remote().host();
        };
    }

    private Samples samples(Tool tool, Place place) {
        return measured.computeIfAbsent(tool, _ -> new EnumMap<>(Place.class))
                .computeIfAbsent(place, _ -> new Samples());
    }

    /** The medians, in milliseconds, as a table in Markdown. */
    String table() {
        List<String> titles = Stream.of(Place.values()).map(place -> place.title).toList();
        StringBuilder table = new StringBuilder();
        table.append("| tool, median in ms | ").append(String.join(" | ", titles)).append(" |\n");
        table.append("| --- | ---: | ---: | ---: |\n");
        for (Tool tool : Tool.values()) {
            table.append(row(tool)).append('\n');
        }
        return table.toString();
    }

    private String row(Tool tool) {
        List<String> medians =
                Stream.of(Place.values())
                        .map(place -> Units.rounded(samples(tool, place).median()))
                        .toList();
        return "| `%s` | %s |".formatted(tool, String.join(" | ", medians));
    }

    @Override
    public void close() {
        ours.close();
        theirs.close();
    }
}
