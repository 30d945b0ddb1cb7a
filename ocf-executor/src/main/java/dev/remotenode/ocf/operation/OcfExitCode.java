package dev.remotenode.ocf.operation;

import java.util.Arrays;
import java.util.Optional;

/** The exit codes of the OCF resource agent API, with Pacemaker's additions from 190 upwards. */
public enum OcfExitCode {
    OK(0),
    GENERIC_ERROR(1),
    INVALID_PARAMETER(2),
    UNIMPLEMENTED(3),
    INSUFFICIENT_PRIVILEGES(4),
    NOT_INSTALLED(5),
    NOT_CONFIGURED(6),
    NOT_RUNNING(7),
    RUNNING_PROMOTED(8),
    FAILED_PROMOTED(9),
    DEGRADED(190),
    DEGRADED_PROMOTED(191),
    /** Undecided: a systemd unit between two states. */
    UNKNOWN(193);

    private final int code;

    OcfExitCode(int code) {
        this.code = code;
    }

    /** The code with this number, if it is one. */
    public static Optional<OcfExitCode> of(int code) {
        return Arrays.stream(values()).filter(exitCode -> exitCode.code == code).findFirst();
    }

    public int code() {
        return code;
    }
}
