package dev.remotenode.ocf.agent;

/** Hears what becomes of one run of an agent, on the event loop. */
public interface RunObserver {

    /** The agent runs now: its timeout starts. Not called if it could not be started. */
    void started();

    /** The run is over; called exactly once, as the last event. */
    void ended(RunEnd end);
}
