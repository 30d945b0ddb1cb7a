package dev.remotenode.ocf.operation;

/**
 * When things happened to an operation; nothing here is ever negative.
 *
 * @param runEpochSeconds start of the first run; 0 before it and for the repetitions
 * @param changeEpochSeconds end of the last run whose code differed from the run before; 0 until
 *     the first code that is not 0
 * @param execMillis from start to end of the first run; 0 like {@code runEpochSeconds}
 * @param queueMillis from acceptance to start, start delay included; 0 like {@code runEpochSeconds}
 */
public record Timings(
        long runEpochSeconds, long changeEpochSeconds, long execMillis, long queueMillis) {}
