package dev.remotenode.ocf.systemd;

import dev.remotenode.ocf.operation.ExecutionStatus;
import dev.remotenode.ocf.operation.OcfExitCode;
import dev.remotenode.ocf.operation.OperationRequest;
import dev.remotenode.ocf.operation.Result;

/** What the state of a unit means for a monitor. */
final class UnitState {

    private UnitState() {}

    /**
     * The result of asking for the state.
     *
     * @param activeState in systemd's words
     */
    static Attempt of(String activeState, OperationRequest request) {
        return switch (activeState) {
            case "active", "reloading" -> Attempt.done(OcfExitCode.OK);
            case "activating", "deactivating" -> between(request);
            default -> Attempt.failed(OcfExitCode.NOT_RUNNING, ExecutionStatus.DONE, activeState);
        };
    }

    /** A probe decides where a resource may be started: it waits. A monitor comes again anyway. */
    private static Attempt between(OperationRequest request) {
        return request.isRecurring()
                ? Attempt.ended(Result.of(OcfExitCode.UNKNOWN, ExecutionStatus.PENDING))
                : new Attempt.Undecided();
    }
}
