package dev.remotenode.agent.lifecycle;

/** Takes the exit status with which the daemon is to end. */
@FunctionalInterface
public interface ExitStatusSink {

    /** Ends the daemon; the first status counts. */
    void end(int exitStatus);
}
