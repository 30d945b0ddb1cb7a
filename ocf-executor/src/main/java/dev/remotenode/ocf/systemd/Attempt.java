package dev.remotenode.ocf.systemd;

import dev.remotenode.ocf.agent.RunEnd;
import dev.remotenode.ocf.agent.RunEnd.Finished;
import dev.remotenode.ocf.operation.ExecutionStatus;
import dev.remotenode.ocf.operation.OcfExitCode;
import dev.remotenode.ocf.operation.Result;

/** What trying an action once has led to. */
sealed interface Attempt {

    /** The action is over. */
    record Ended(RunEnd end) implements Attempt {}

    /** It can only be told later: try again. */
    record Undecided() implements Attempt {}

    /**
     * systemd is at work.
     *
     * @param path of the object of the job, by which its end is announced
     */
    record JobQueued(String path) implements Attempt {}

    static Attempt ended(Result result) {
        return new Ended(new Finished(result.exitCode(), result));
    }

    static Attempt done(OcfExitCode exitCode) {
        return ended(Result.of(exitCode, ExecutionStatus.DONE));
    }

    static Attempt failed(OcfExitCode exitCode, ExecutionStatus status, String reason) {
        return ended(Result.failure(exitCode, status, reason));
    }
}
