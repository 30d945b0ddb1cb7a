package dev.remotenode.lab.cluster;

import java.time.Duration;

/**
 * A failed operation that nobody has cleaned up.
 *
 * @param interval zero unless it recurs
 * @param code the OCF exit code
 * @param status Pacemaker's word for how the execution went, for instance {@code complete} or
 *     {@code Timed Out}
 * @param exitReason what the agent said about it, or nothing
 */
public record FailedOperation(
        String node,
        String resource,
        String action,
        Duration interval,
        int code,
        String status,
        String exitReason) {}
