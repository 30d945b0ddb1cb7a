package dev.remotenode.agent.journal;

import dev.remotenode.control.journal.OperationRun;
import dev.remotenode.ocf.operation.ExecutionStatus;
import dev.remotenode.ocf.operation.OcfExitCode;
import java.util.Locale;
import java.util.Optional;

/** Whether an operation went as one would wish. */
public enum OperationOutcome {
    /** It did what it should, or found out how the resource is. */
    FINE,
    FAILED,
    TIMED_OUT,
    CANCELLED,
    /** A unit of systemd is between two states. */
    PENDING;

    /** What became of a run. */
    public static OperationOutcome of(OperationRun run) {
        Optional<ExecutionStatus> status = ExecutionStatus.of(run.getStatus());
        if (status.isEmpty()) {
            return FAILED;
        }
        return switch (status.get()) {
            case DONE -> isWished(run) ? FINE : FAILED;
            case CANCELLED -> CANCELLED;
            case PENDING -> PENDING;
            case TIMED_OUT -> TIMED_OUT;
            case UNSUPPORTED,
                    ERROR,
                    ERROR_ON_THIS_NODE,
                    ERROR_ON_ALL_NODES,
                    NOT_INSTALLED,
                    NOT_CONNECTED,
                    INVALID_NOW,
                    NO_FENCE_DEVICE,
                    NO_SECRETS ->
                    FAILED;
        };
    }

    /** Whether somebody should look at it. */
    public boolean isBad() {
        return switch (this) {
            case FAILED, TIMED_OUT -> true;
            case FINE, CANCELLED, PENDING -> false;
        };
    }

    private static boolean isWished(OperationRun run) {
        boolean looks =
                switch (run.getAction().toLowerCase(Locale.ROOT)) {
                    case "monitor", "status" -> true;
                    default -> false;
                };
        boolean probes = looks && run.getIntervalMs() == 0;
        return OcfExitCode.of(run.getExitCode())
                .filter(code ->
                        switch (code) {
                            case OK -> true;
                            case RUNNING_PROMOTED, DEGRADED, DEGRADED_PROMOTED -> looks;
                            // A probe asks whether it runs; later it should.
                            case NOT_RUNNING -> probes;
                            case GENERIC_ERROR,
                                    INVALID_PARAMETER,
                                    UNIMPLEMENTED,
                                    INSUFFICIENT_PRIVILEGES,
                                    NOT_INSTALLED,
                                    NOT_CONFIGURED,
                                    FAILED_PROMOTED,
                                    UNKNOWN ->
                                    false;
                        })
                .isPresent();
    }
}
