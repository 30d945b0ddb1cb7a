package dev.remotenode.agent.lifecycle;

import sun.misc.Signal;

/**
 * The signals that the daemon has something to say to; those that ask it to end the JDK would turn
 * into an exit of its own. Tasks are run for each signal, on a thread of the JVM.
 */
public final class ProcessSignals {

    private ProcessSignals() {}

    /** {@code SIGTERM}: a service manager, or a container's runtime, wants the daemon to end. */
    public static void onTermination(Runnable task) {
        Signal.handle(new Signal("TERM"), _ -> task.run());
    }

    /** {@code SIGCHLD}: a child has ended, perhaps one that somebody else has left to us. */
    public static void onChildEnd(Runnable task) {
        Signal.handle(new Signal("CHLD"), _ -> task.run());
    }

    /** {@code SIGINT}: somebody at the terminal does. */
    public static void onInterrupt(Runnable task) {
        Signal.handle(new Signal("INT"), _ -> task.run());
    }
}
