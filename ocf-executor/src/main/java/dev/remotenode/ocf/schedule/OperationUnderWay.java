package dev.remotenode.ocf.schedule;

import java.time.Duration;

/**
 * An operation whose agent runs now.
 *
 * @param interval zero for one that runs once
 * @param timeout of the run, zero means none
 * @param runningFor since the start of this run
 */
public record OperationUnderWay(
        String resourceId,
        String action,
        Duration interval,
        Duration timeout,
        Duration runningFor) {

    @Override
    public String toString() {
        return "%s of %s for %d s".formatted(action, resourceId, runningFor.toSeconds());
    }
}
