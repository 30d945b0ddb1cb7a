package dev.remotenode.bench;

/**
 * How much is measured. The daemons take turns in each round, so that whatever else the machine
 * does meets both.
 *
 * @param rounds how often each daemon has its turn, after one that does not count
 * @param roundTrips pokes and actions of a turn, each
 * @param connections connections of a turn
 * @param actions actions of a turn with many resources
 * @param starts starts of each daemon
 * @param toolRuns runs of each of Pacemaker's tools in a turn, at each place
 */
record Extent(int rounds, int roundTrips, int connections, int actions, int starts, int toolRuns) {
    /** Some four minutes. */
    static final Extent FULL = new Extent(5, 100, 20, 4096, 15, 6);

    /** About one minute. */
    static final Extent QUICK = new Extent(2, 30, 8, 1024, 3, 3);
}
