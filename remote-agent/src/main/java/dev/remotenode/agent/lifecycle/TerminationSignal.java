package dev.remotenode.agent.lifecycle;

import sun.misc.Signal;

/** {@code SIGTERM}, which the JDK would otherwise turn into an exit of its own. */
public final class TerminationSignal {

    private TerminationSignal() {}

    /** Runs the task for each signal, on a thread of the JVM. */
    public static void handle(Runnable task) {
        Signal.handle(new Signal("TERM"), _ -> task.run());
    }
}
