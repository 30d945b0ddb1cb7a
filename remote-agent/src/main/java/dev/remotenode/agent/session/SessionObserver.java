package dev.remotenode.agent.session;

/** Learns what the coming and going of cluster nodes means for the rest of the daemon. */
public interface SessionObserver {

    /** No client of the executor is connected any more. */
    void lastSessionClosed();

    /**
     * A cluster node that carries calls of local tools has fallen behind, or has caught up: {@link
     * Session#takesMore} says which.
     */
    void providerPaceChanged(Session provider);

    /** A cluster node that carries calls of local tools has gone. */
    void providerClosed(Session provider);
}
