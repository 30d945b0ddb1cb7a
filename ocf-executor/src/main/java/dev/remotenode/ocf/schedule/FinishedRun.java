package dev.remotenode.ocf.schedule;

import dev.remotenode.ocf.agent.AgentName;
import dev.remotenode.ocf.operation.OperationRequest;
import dev.remotenode.ocf.operation.Result;
import java.time.Duration;
import java.time.Instant;

/**
 * One run of an operation that is over, whether or not clients want to hear of it.
 *
 * @param callId of the latest request that was merged into the operation
 * @param request that the agent was called for
 * @param waited from the moment when it could have begun, by its start delay or interval, to its
 *     beginning
 * @param started when it began
 * @param ran for how long
 */
public record FinishedRun(
        int callId,
        OperationRequest request,
        AgentName agent,
        Duration waited,
        Instant started,
        Duration ran,
        Result result) {}
