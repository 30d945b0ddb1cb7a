package dev.remotenode.agent.lifecycle;

import dev.remotenode.agent.session.Session;

/** Learns how the daemon's end comes along. Called on the event loop. */
public interface ShutdownObserver {

    /** This cluster node has been asked to stop resources here; perhaps another one before. */
    void waitingFor(Session provider);

    /** There is nothing to wait for any more, or it is not waited for; called once. */
    void ended(String reason);
}
