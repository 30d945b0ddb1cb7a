package dev.remotenode.agent.lifecycle;

import sun.misc.Signal;

/**
 * The signals that ask the daemon to end, which the JDK would otherwise turn into an exit of its
 * own. Tasks are run for each signal, on a thread of the JVM.
 */
public final class ProcessSignals {

    private ProcessSignals() {}

    /** {@code SIGTERM}: a service manager, or a container's runtime, wants the daemon to end. */
    public static void onTermination(Runnable task) {
        Signal.handle(new Signal("TERM"), _ -> task.run());
    }

    /** {@code SIGINT}: somebody at the terminal does. */
    public static void onInterrupt(Runnable task) {
        Signal.handle(new Signal("INT"), _ -> task.run());
    }
}
