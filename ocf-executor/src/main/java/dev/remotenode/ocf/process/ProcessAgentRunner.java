package dev.remotenode.ocf.process;

import dev.remotenode.ocf.agent.AgentCall;
import dev.remotenode.ocf.agent.AgentRun;
import dev.remotenode.ocf.agent.AgentRunner;
import dev.remotenode.ocf.agent.RunObserver;
import java.util.concurrent.Executor;

/** Runs agents as child processes, on one thread of its own that waits for all of them. */
public final class ProcessAgentRunner implements AgentRunner, AutoCloseable {

    /**
     * @param loop where observers are called
     */
    public ProcessAgentRunner(AgentSettings settings, Executor loop) {}

    @Override
    public AgentRun start(AgentCall call, RunObserver observer) {
        throw new UnsupportedOperationException();
    }

    /** Ends the thread and frees its descriptors; children that still run are left alone. */
    @Override
    public void close() {}
}
