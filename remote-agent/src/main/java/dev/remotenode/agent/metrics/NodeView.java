package dev.remotenode.agent.metrics;

import java.time.Instant;
import java.util.Optional;

/** What is asked of the daemon when its numbers are wanted. Called on the event loop. */
public interface NodeView {

    /** What the daemon is doing. */
    State nowDoing();

    /** When the cluster node signed on that carries calls of local tools; empty if none has. */
    Optional<Instant> connectedSince();

    /** Connected cluster nodes, signed on or not. */
    int clusterNodes();

    /** Resources that the cluster has registered. */
    int resources();

    /** Operations whose agents run now. */
    int operationsUnderWay();

    /** Local tools whose calls are carried. */
    int tools();

    /** Requests of local tools that were carried to the cluster, since the start. */
    long toolRequests();

    /** Their size in bytes. */
    long toolRequestBytes();

    /** Size of what the cluster had for local tools, in bytes, since the start. */
    long toolAnswerBytes();

    /** What the daemon is doing. */
    enum State {
        /** Accepts connections, and no cluster node is there. */
        WAITING,
        /** A cluster node is there. */
        CONNECTED,
        /** Has been told to end. */
        STOPPING
    }
}
