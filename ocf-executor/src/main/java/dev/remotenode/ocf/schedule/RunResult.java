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
        return cancelled ? asCancelled(result) : result;
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
