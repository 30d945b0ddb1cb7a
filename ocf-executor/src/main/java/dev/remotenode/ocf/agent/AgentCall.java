package dev.remotenode.ocf.agent;

import dev.remotenode.ocf.operation.OperationRequest;

/** One call of an agent: which agent, and the request that says what it shall do. */
public record AgentCall(AgentName agent, OperationRequest request) {

    /** Whether it names all that every class of agents needs. */
    boolean isComplete() {
        return !request.resourceId().isEmpty()
                && !request.action().isEmpty()
                && !agent.standard().isEmpty()
                && !agent.type().isEmpty();
    }
}
