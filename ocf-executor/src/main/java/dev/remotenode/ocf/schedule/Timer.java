package dev.remotenode.ocf.schedule;

/** A task that waits for its time. */
public interface Timer {

    /** The task will not run; without effect if it has. Called on the loop. */
    void cancel();
}
