package dev.remotenode.ocf.agent;

import dev.remotenode.ocf.operation.ProcessTree;
import dev.remotenode.ocf.operation.Result;
import java.util.Optional;

/** How one run of an agent ended. */
public sealed interface RunEnd {

    /** The agent could not even be attempted: it is missing, or the request is incomplete. */
    record NotAttempted(Result result) implements RunEnd {}

    /**
     * The agent ended on its own account, or the attempt to start its process failed.
     *
     * @param agentCode the code before its translation into an OCF one
     */
    record Finished(int agentCode, Result result) implements RunEnd {}

    /**
     * The run was ended by {@link AgentRun#kill} or {@link AgentRun#timeOut}.
     *
     * @param output what the agent had written until then
     * @param processes what it was doing, if it took too long
     */
    record Killed(Optional<String> output, Optional<ProcessTree> processes) implements RunEnd {}
}
