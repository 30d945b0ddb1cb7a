package dev.remotenode.ocf.agent;

import dev.remotenode.ocf.operation.ExecutionStatus;
import dev.remotenode.ocf.operation.OcfExitCode;
import dev.remotenode.ocf.operation.Result;
import java.util.Optional;
import java.util.function.Function;

/** A class of agents that are run by a service which cannot be reached: every call fails. */
public final class UnreachableStandard implements ProgramStandard {

    private final Function<AgentCall, OcfExitCode> answer;
    private final String reason;

    private UnreachableStandard(Function<AgentCall, OcfExitCode> answer, String reason) {
        this.answer = answer;
        this.reason = reason;
    }

    /** Units of systemd, without its bus: the answer is Pacemaker 2.1's. */
    public static UnreachableStandard systemd() {
        return new UnreachableStandard(_ -> OcfExitCode.GENERIC_ERROR, "No DBus connection");
    }

    /**
     * Fence devices, without a fencer. A device that has not been started by us is not running: the
     * cluster needs to hear that before it starts it anywhere.
     */
    public static UnreachableStandard fencing() {
        return new UnreachableStandard(
                call ->
                        call.request().isProbe()
                                ? OcfExitCode.NOT_RUNNING
                                : OcfExitCode.GENERIC_ERROR,
                "No fencer connection");
    }

    @Override
    public Preparation prepare(AgentCall call) {
        return new Preparation.Refused(
                Result.failure(answer.apply(call), ExecutionStatus.ERROR, reason));
    }

    @Override
    public OcfExitCode exitCode(AgentCall call, int agentCode) {
        return answer.apply(call);
    }

    @Override
    public Optional<String> exitReason(String standardError) {
        return Optional.of(reason);
    }

    @Override
    public Optional<String> exitReasonLine(String reason) {
        return Optional.empty();
    }
}
