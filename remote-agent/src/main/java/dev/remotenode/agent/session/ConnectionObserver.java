package dev.remotenode.agent.session;

/** Learns who comes and goes, for the record. Called on the event loop. */
public interface ConnectionObserver {

    /** A client has proven who it is, and is served from now on. */
    void connected(Session session);

    /** Its connection has ended; {@link Session#endReason} says why. */
    void disconnected(Session session);

    /** Somebody has not proven who he is. */
    void refused(String place, String reason);
}
