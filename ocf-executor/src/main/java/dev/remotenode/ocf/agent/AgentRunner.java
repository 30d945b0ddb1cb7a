package dev.remotenode.ocf.agent;

/** Runs agents. The scheduler knows nothing of processes: only this. */
public interface AgentRunner {

    /**
     * Starts the agent soon and returns at once.
     *
     * @param observer is told of start and end, on the event loop, never from within this call
     */
    AgentRun start(AgentCall call, RunObserver observer);
}
