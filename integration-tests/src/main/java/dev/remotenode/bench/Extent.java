package dev.remotenode.bench;

import java.time.Duration;
import java.util.List;

/**
 * How much is measured. The daemons take turns in each round, so that whatever else the machine
 * does meets both.
 *
 * @param name as results tell it
 * @param rounds how often each daemon has its turn, after one that does not count
 * @param roundTrips pokes and actions of a turn, each
 * @param connections connections of a turn
 * @param actions actions of a turn with many resources
 * @param starts starts of each daemon
 * @param idleSpans how often to look how idle each is, with and without a connection
 * @param idleSpan for how long each time
 * @param toolRuns runs of each of Pacemaker's tools in a turn, at each place
 * @param clusterStarts how often a cluster starts its resources, at each place
 */
record Extent(
        String name,
        int rounds,
        int roundTrips,
        int connections,
        int actions,
        int starts,
        int idleSpans,
        Duration idleSpan,
        int toolRuns,
        int clusterStarts) {
    /** Less than seven minutes. */
    static final Extent FULL =
            new Extent("full", 4, 100, 20, 4096, 15, 4, Duration.ofSeconds(5), 5, 2);

    /** Less than three minutes. */
    static final Extent QUICK =
            new Extent("quick", 1, 40, 10, 1024, 7, 2, Duration.ofSeconds(3), 3, 1);

    static Extent of(List<String> arguments) {
        return arguments.contains("--quick") ? QUICK : FULL;
    }
}
