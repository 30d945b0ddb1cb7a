package dev.remotenode.ocf.agent;

/** Runs agents. The scheduler knows nothing of processes: only this. */
public interface AgentRunner {

    /**
     * Starts the agent soon and returns at once.
     *
     * @param observer is told of start and end, on the event loop, never from within this call
     */
    AgentRun start(AgentCall call, RunObserver observer);

    /**
     * The resource is not registered any more, or with another agent: what is known of it does not
     * count any more. Called on the event loop.
     */
    default void forget(String resourceId) {}
}
