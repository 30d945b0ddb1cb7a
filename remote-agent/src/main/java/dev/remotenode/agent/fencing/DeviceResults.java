package dev.remotenode.agent.fencing;

import dev.remotenode.ocf.operation.ExecutionStatus;
import dev.remotenode.ocf.operation.OcfExitCode;
import dev.remotenode.ocf.operation.Result;
import java.util.Optional;

/** The fencer's words in those of resource agents, translated as Pacemaker's executor does. */
final class DeviceResults {

    private DeviceResults() {}

    /**
     * The result of an operation.
     *
     * @param action in lower case
     */
    static Result of(String action, FencerAnswer answer) {
        OcfExitCode code = answer.exitStatus() == 0 ? OcfExitCode.OK : OcfExitCode.GENERIC_ERROR;
        return switch (answer.status()) {
            case NOT_CONNECTED, INVALID_NOW -> result(code, ExecutionStatus.ERROR, answer);
            case NO_FENCE_DEVICE -> result(ofMissing(action), ExecutionStatus.ERROR, answer);
            case UNSUPPORTED -> result(OcfExitCode.UNIMPLEMENTED, answer.status(), answer);
            case PENDING,
                    DONE,
                    CANCELLED,
                    TIMED_OUT,
                    ERROR,
                    ERROR_ON_THIS_NODE,
                    ERROR_ON_ALL_NODES,
                    NOT_INSTALLED,
                    NO_SECRETS ->
                    result(code, answer.status(), answer);
        };
    }

    private static OcfExitCode ofMissing(String action) {
        return switch (action) {
            case "monitor" -> OcfExitCode.NOT_RUNNING;
            case "stop" -> OcfExitCode.OK;
            default -> OcfExitCode.NOT_INSTALLED;
        };
    }

    private static Result result(OcfExitCode code, ExecutionStatus status, FencerAnswer answer) {
        return new Result(code.code(), status, answer.reason(), Optional.empty());
    }
}
