package dev.remotenode.ocf.process;

import dev.remotenode.ocf.agent.AgentCall;
import dev.remotenode.ocf.agent.ExecErrors;
import dev.remotenode.ocf.agent.ProgramStandard;
import dev.remotenode.ocf.agent.RunEnd;
import dev.remotenode.ocf.agent.RunEnd.Finished;
import dev.remotenode.ocf.operation.ExecutionStatus;
import dev.remotenode.ocf.operation.OcfExitCode;
import dev.remotenode.ocf.operation.ProcessTree;
import dev.remotenode.ocf.operation.Result;
import dev.remotenode.ocf.posix.Texts;
import java.util.Optional;

/**
 * Says what the end of a process means for the agent that ran in it, in Pacemaker's words.
 *
 * @param standard of the agent
 * @param processes what the agent was doing when its time was over, if it was
 */
record AgentEnd(ProgramStandard standard, AgentCall call, Optional<ProcessTree> processes) {

    RunEnd of(ChildEnd end) {
        return switch (end) {
            case ChildEnd.Exited(int code, Output output) -> exited(code, output);
            case ChildEnd.Signalled(int signal, boolean afterKill, Output output) ->
                    afterKill
                            ? new RunEnd.Killed(output.reported(), processes)
                            : interrupted(signal, output);
            case ChildEnd.ExecFailed(int errno) -> execFailed(errno);
            case ChildEnd.NoProcess(int errno) ->
                    finished(
                            Result.failure(
                                    OcfExitCode.GENERIC_ERROR,
                                    ExecutionStatus.ERROR,
                                    Texts.ofErrno(errno)));
        };
    }

    private RunEnd exited(int code, Output output) {
        return new Finished(
                code,
                new Result(
                        standard.exitCode(call, code).code(),
                        ExecutionStatus.DONE,
                        standard.exitReason(output.standardError()),
                        output.reported()));
    }

    private static RunEnd interrupted(int signal, Output output) {
        String reason = "Resource agent interrupted by " + Texts.ofSignal(signal) + " signal";
        return finished(
                Result.failure(OcfExitCode.GENERIC_ERROR, ExecutionStatus.ERROR, reason)
                        .withOutput(output.reported()));
    }

    private RunEnd execFailed(int errno) {
        return withheld(ExecErrors.exitCode(errno), "Child process was unable to execute file");
    }

    /** Reported as if the agent itself had found that it cannot work. */
    RunEnd withheld(OcfExitCode exitCode, String reason) {
        Optional<String> line = standard.exitReasonLine(reason);
        return finished(
                new Result(
                        exitCode.code(),
                        ExecutionStatus.DONE,
                        line.flatMap(standard::exitReason),
                        line));
    }

    private static RunEnd finished(Result result) {
        return new Finished(result.exitCode(), result);
    }
}
