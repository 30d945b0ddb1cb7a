package dev.remotenode.ocf.operation;

import java.util.Arrays;
import java.util.Optional;

/**
 * What became of the attempt to execute an operation, as opposed to the exit code of the agent. The
 * codes are those of Pacemaker's {@code enum pcmk_exec_status}.
 */
public enum ExecutionStatus {
    PENDING(-1),
    /** The agent ran to its end: the exit code is its own. */
    DONE(0),
    CANCELLED(1),
    TIMED_OUT(2),
    UNSUPPORTED(3),
    /** Failed, and may succeed if tried again. */
    ERROR(4),
    /** Failed, and will fail on this node however often it is tried. */
    ERROR_ON_THIS_NODE(5),
    /** Failed, and would fail on every node. */
    ERROR_ON_ALL_NODES(6),
    NOT_INSTALLED(7),
    NOT_CONNECTED(8),
    INVALID_NOW(9),
    NO_FENCE_DEVICE(10),
    NO_SECRETS(11);

    private final int code;

    ExecutionStatus(int code) {
        this.code = code;
    }

    /** The status with this number, if it is one. */
    public static Optional<ExecutionStatus> of(int code) {
        return Arrays.stream(values()).filter(status -> status.code == code).findFirst();
    }

    public int code() {
        return code;
    }
}
