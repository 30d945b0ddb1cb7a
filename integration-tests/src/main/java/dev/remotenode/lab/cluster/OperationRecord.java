package dev.remotenode.lab.cluster;

import java.time.Duration;

/**
 * The latest result of one operation in the cluster's history.
 *
 * @param callId the executor's number for it
 * @param interval zero unless it recurs
 * @param code the OCF exit code
 */
public record OperationRecord(
        String node, String resource, int callId, String action, Duration interval, int code) {}
