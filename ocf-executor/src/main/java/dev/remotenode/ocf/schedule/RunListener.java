package dev.remotenode.ocf.schedule;

/** Is told, on the event loop, of every single run of an agent for a resource. */
public interface RunListener {

    /** A run is over; clients have not heard of it yet. */
    void finished(FinishedRun run);
}
