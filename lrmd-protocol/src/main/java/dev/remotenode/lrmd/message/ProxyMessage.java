package dev.remotenode.lrmd.message;

/** The traffic between local tools on this node and the cluster, and the talk about shutdown. */
public sealed interface ProxyMessage {

    /** A session has ended, on whichever side says so. */
    record Destroy(String session) implements ProxyMessage {}

    /** The daemon asks the cluster to move everything off this node. */
    record ShutdownRequest() implements ProxyMessage {}

    /** The cluster will. */
    record ShutdownAck() implements ProxyMessage {}

    /** The cluster will not, as the connection is not managed. */
    record ShutdownNack() implements ProxyMessage {}

    /** Content for a session; the daemon has no sessions of local tools yet. */
    record Content(String session, String operation) implements ProxyMessage {}
}
