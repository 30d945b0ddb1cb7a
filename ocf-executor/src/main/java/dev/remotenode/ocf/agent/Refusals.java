package dev.remotenode.ocf.agent;

import dev.remotenode.ocf.operation.ExecutionStatus;
import dev.remotenode.ocf.operation.OcfExitCode;
import dev.remotenode.ocf.operation.Result;
import dev.remotenode.ocf.posix.Errno;
import dev.remotenode.ocf.posix.Texts;

/** The results of calls for which there is nothing to run, worded as Pacemaker does. */
final class Refusals {

    private Refusals() {}

    /** The request names no action, class, type or, where the class needs one, provider. */
    static Preparation incomplete() {
        return refused(
                OcfExitCode.GENERIC_ERROR,
                ExecutionStatus.ERROR_ON_ALL_NODES,
                "Required agent or action information missing");
    }

    /** The class is none of those that run here. */
    static Preparation unknownStandard(AgentName agent) {
        return notFound(agent.type(), Errno.ENOENT);
    }

    /**
     * @param what the name of the agent as far as the class reports it
     * @param errno of the attempt to look at its file
     */
    static Preparation notFound(String what, int errno) {
        OcfExitCode code = ExecErrors.exitCode(errno);
        ExecutionStatus status =
                code == OcfExitCode.NOT_INSTALLED
                        ? ExecutionStatus.NOT_INSTALLED
                        : ExecutionStatus.ERROR;
        return refused(code, status, what + ": " + Texts.ofErrno(errno));
    }

    private static Preparation refused(OcfExitCode code, ExecutionStatus status, String reason) {
        return new Preparation.Refused(Result.failure(code, status, reason));
    }
}
