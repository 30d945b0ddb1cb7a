package dev.remotenode.agent.fencing;

import dev.remotenode.ocf.operation.ExecutionStatus;
import java.util.Optional;

/**
 * What the fencer has to say about a device, or what is said in its place.
 *
 * @param exitStatus 0 for success, else one of Pacemaker's exit statuses, not of OCF's codes
 * @param reason for a failure
 */
record FencerAnswer(int exitStatus, ExecutionStatus status, Optional<String> reason) {

    static final FencerAnswer SUCCESS = new FencerAnswer(0, ExecutionStatus.DONE, Optional.empty());

    /** Of a device that we have not started, or have stopped. */
    static final FencerAnswer NOT_STARTED =
            new FencerAnswer(1, ExecutionStatus.NO_FENCE_DEVICE, Optional.empty());

    static final FencerAnswer NO_CONNECTION = notConnected("No connection to fencer");

    static final FencerAnswer LOST_CONNECTION = notConnected("Lost connection to fencer");

    private static FencerAnswer notConnected(String reason) {
        return failure(ExecutionStatus.NOT_CONNECTED, reason);
    }

    static FencerAnswer failure(ExecutionStatus status, String reason) {
        return new FencerAnswer(1, status, Optional.of(reason));
    }

    boolean isSuccess() {
        return exitStatus == 0 && status == ExecutionStatus.DONE;
    }
}
