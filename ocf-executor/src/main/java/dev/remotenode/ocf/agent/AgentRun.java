package dev.remotenode.ocf.agent;

/** An agent that was asked to run and has not been reported as ended. */
public interface AgentRun {

    /**
     * Ends the run by force. Returns at once; the observer hears of the end when it is a fact. An
     * agent that ended by itself in the meantime is reported as such.
     */
    void kill();

    /** As {@link #kill}, for an agent that takes too long: what it is doing is noted before. */
    void timeOut();
}
