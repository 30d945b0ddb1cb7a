package dev.remotenode.agent.session;

import dev.remotenode.lrmd.message.ProtocolVersion;

/** Has cluster nodes sign on without a request. */
public final class SignOn {

    private SignOn() {}

    /** A cluster node of that version, which carries calls of local tools. */
    public static Session provider(Sessions sessions, Outlet outlet, ProtocolVersion version) {
        Session node = new Session(outlet, Standing.CLUSTER_NODE);
        sessions.opened(node);
        node.signedOn(version);
        sessions.addProvider(node);
        return node;
    }
}
