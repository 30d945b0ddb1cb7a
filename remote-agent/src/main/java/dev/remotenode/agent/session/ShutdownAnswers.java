package dev.remotenode.agent.session;

/** Hears what the cluster says to our wish to shut down. */
public interface ShutdownAnswers {

    /** The cluster moves resources off this node first. */
    void acknowledged();

    /** The cluster does not manage this connection: nothing is going to be moved. */
    void refused();
}
