package dev.remotenode.lab.cluster;

import java.time.Duration;

/**
 * A failed operation that nobody has cleaned up.
 *
 * @param interval zero unless it recurs
 * @param code the OCF exit code
 * @param status how the execution went, in the words of Pacemaker 3.0, for instance {@code Done} or
 *     {@code Timed out}; those of 2.1 are replaced by them
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
