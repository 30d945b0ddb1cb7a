package dev.remotenode.bench.predictability;

import dev.remotenode.bench.StolenTime;

/**
 * What has happened so far.
 *
 * @param stolenMillis see {@link StolenTime}
 */
record Counts(int actions, int failures, double stolenMillis) {
    static Counts of(SteadyActions actions) {
        return new Counts(actions.ended(), actions.failed(), StolenTime.millis());
    }

    Counts minus(Counts earlier) {
        return new Counts(
                actions - earlier.actions,
                failures - earlier.failures,
                stolenMillis - earlier.stolenMillis);
    }
}
