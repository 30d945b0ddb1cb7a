package dev.remotenode.agent.session;

import dev.remotenode.lrmd.message.ProxyMessage;

/** The tools on this node whose calls are carried to the cluster, as cluster nodes address them. */
public interface LocalTools {

    /** Delivers the answer to a request; whether there is such a tool. */
    boolean respond(ProxyMessage.Responded response);

    /** Delivers news; whether there is such a tool. */
    boolean tell(ProxyMessage.Happened event);

    /** Ends the tool's connection; whether there is such a tool. */
    boolean end(ProxyMessage.Destroyed destroyed);
}
