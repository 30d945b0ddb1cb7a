package dev.remotenode.ocf.agent;

import dev.remotenode.ocf.operation.OcfExitCode;
import java.util.Optional;

/** A class of agents that are programs: where they are, how they are called, what they mean. */
public interface ProgramStandard {

    /** Looks for the agent of a complete call. May wait for the file system. */
    Preparation prepare(AgentCall call);

    /** Translates the exit code of the program. */
    OcfExitCode exitCode(AgentCall call, int agentCode);

    /** Why the agent ended as it did, if it said so. */
    Optional<String> exitReason(String standardError);

    /** What the agent would have written itself to give this exit reason; empty if it could not. */
    Optional<String> exitReasonLine(String reason);
}
