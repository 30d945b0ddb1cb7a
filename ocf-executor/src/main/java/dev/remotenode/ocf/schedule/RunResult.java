package dev.remotenode.ocf.schedule;

import dev.remotenode.ocf.agent.RunEnd;
import dev.remotenode.ocf.agent.RunEnd.Finished;
import dev.remotenode.ocf.agent.RunEnd.Killed;
import dev.remotenode.ocf.agent.RunEnd.NotAttempted;
import dev.remotenode.ocf.operation.ExecutionStatus;
import dev.remotenode.ocf.operation.OcfExitCode;
import dev.remotenode.ocf.operation.OperationRequest;
import dev.remotenode.ocf.operation.ProcessSnapshot;
import dev.remotenode.ocf.operation.ProcessTree;
import dev.remotenode.ocf.operation.Result;
import java.time.Duration;
import java.util.Optional;

/** Makes the result of an operation from the end of a run, and keeps its codes for the next. */
final class RunResult {

    private RunResult() {}

    static Result of(Operation operation, RunEnd end, boolean cancelled) {
        Result result =
                switch (end) {
                    case NotAttempted(Result failure) -> failure;
                    case Finished(int agentCode, Result finished) -> finished;
                    case Killed(Optional<String> output, Optional<ProcessTree> processes) ->
                            (cancelled
                                            ? Result.of(OcfExitCode.OK, ExecutionStatus.CANCELLED)
                                            : timedOut(operation.request(), processes))
                                    .withOutput(output);
                };
        switch (end) {
            case NotAttempted _ -> operation.times().notAttempted(result.exitCode());
            case Finished(int agentCode, Result _) ->
                    operation.times().ended(agentCode, result.exitCode());
            case Killed _ -> operation.times().ended(result.exitCode(), result.exitCode());
        }
        if (cancelled) {
            return asCancelled(result);
        }
        return isPendingTooLong(operation, result) ? givenUp(operation) : result;
    }

    /**
     * A unit between two states is no failure of its monitor at first. It becomes one when the
     * timeout has passed since that was told, as in Pacemaker 3.
     */
    private static boolean isPendingTooLong(Operation operation, Result result) {
        Duration limit = operation.request().timeout();
        return result.status() == ExecutionStatus.PENDING
                && operation.wasTold(ExecutionStatus.PENDING)
                && limit.isPositive()
                && operation.times().sinceChange().compareTo(limit) >= 0;
    }

    private static Result givenUp(Operation operation) {
        operation.times().notAttempted(OcfExitCode.GENERIC_ERROR.code());
        operation.times().tellAgain();
        return Result.failure(
                OcfExitCode.GENERIC_ERROR,
                ExecutionStatus.TIMED_OUT,
                "Still between two states after "
                        + ReadableDuration.of(operation.request().timeout()));
    }

    /** The reason begins as Pacemaker's, and goes on with what the agent was doing. */
    private static Result timedOut(OperationRequest request, Optional<ProcessTree> processes) {
        String doing =
                processes
                        .flatMap(ProcessTree::mostTelling)
                        .map(ProcessSnapshot::summary)
                        .map(summary -> ": " + summary)
                        .orElse("");
        return Result.failure(
                        OcfExitCode.GENERIC_ERROR,
                        ExecutionStatus.TIMED_OUT,
                        "Resource agent did not complete within "
                                + ReadableDuration.of(request.timeout())
                                + doing)
                .withProcesses(processes);
    }

    /** An agent that ended by itself just before it was killed keeps its code, not its reason. */
    private static Result asCancelled(Result result) {
        return new Result(
                result.exitCode(), ExecutionStatus.CANCELLED, Optional.empty(), result.output());
    }
}
