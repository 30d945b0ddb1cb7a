package dev.remotenode.ocf.operation;

import java.util.Optional;

/**
 * The result of one run of an operation.
 *
 * @param exitCode an OCF exit code, see {@link OcfExitCode}
 * @param exitReason why the agent failed, in its words or ours
 * @param output what the agent wrote: its standard error if there was any, else its standard output
 * @param processes what the agent was doing when it was killed, if it took too long
 */
public record Result(
        int exitCode,
        ExecutionStatus status,
        Optional<String> exitReason,
        Optional<String> output,
        Optional<ProcessTree> processes) {

    /** A result of an agent that did not take too long. */
    public Result(
            int exitCode,
            ExecutionStatus status,
            Optional<String> exitReason,
            Optional<String> output) {
        this(exitCode, status, exitReason, output, Optional.empty());
    }

    /** A result without a word from the agent. */
    public static Result of(OcfExitCode exitCode, ExecutionStatus status) {
        return new Result(exitCode.code(), status, Optional.empty(), Optional.empty());
    }

    /** A failure that the executor itself found. */
    public static Result failure(OcfExitCode exitCode, ExecutionStatus status, String reason) {
        return new Result(exitCode.code(), status, Optional.of(reason), Optional.empty());
    }

    public Result withOutput(Optional<String> output) {
        return new Result(exitCode, status, exitReason, output, processes);
    }

    public Result withProcesses(Optional<ProcessTree> processes) {
        return new Result(exitCode, status, exitReason, output, processes);
    }

    /** Equal as far as "notify changes only" looks: exit reason and output do not count. */
    public boolean sameCodes(Result other) {
        return exitCode == other.exitCode && status == other.status;
    }
}
