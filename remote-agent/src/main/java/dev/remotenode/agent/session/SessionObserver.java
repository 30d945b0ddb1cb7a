package dev.remotenode.agent.session;

import dev.remotenode.lrmd.tls.HandshakeFailure;

/** Learns what the coming and going of cluster nodes means for the rest of the daemon. */
public interface SessionObserver {

    /** Somebody has come who could not prove who they are. */
    void handshakeFailed(HandshakeFailure cause);

    /** A cluster node has gone, and with it the last client of the executor. */
    void lastSessionClosed();

    /**
     * A cluster node that carries calls of local tools has fallen behind, or has caught up: {@link
     * Session#takesMore} says which.
     */
    void providerPaceChanged(Session provider);

    /** A local program has gone. */
    void programClosed(Session program);

    /** A cluster node has signed on that carries calls of local tools; it is not answered yet. */
    void providerAdded(Session provider);

    /** A cluster node that carries calls of local tools has gone. */
    void providerClosed(Session provider);
}
