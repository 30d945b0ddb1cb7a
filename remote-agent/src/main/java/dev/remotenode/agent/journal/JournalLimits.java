package dev.remotenode.agent.journal;

import java.time.Duration;

/**
 * How much is kept.
 *
 * @param segmentBytes after which the next file is begun
 * @param segmentAge after which it is, too
 * @param bytes of all files together
 * @param age of the last record of a file
 * @param waiting records that may wait to be written
 */
public record JournalLimits(
        long segmentBytes, Duration segmentAge, long bytes, Duration age, int waiting) {

    /** For weeks of a usual node, and less than a photograph. */
    public static final JournalLimits DEFAULT =
            new JournalLimits(1 << 20, Duration.ofDays(1), 16 << 20, Duration.ofDays(31), 4096);
}
