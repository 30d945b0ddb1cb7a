package dev.remotenode.agent.logging;

import sun.misc.Signal;

/**
 * The signals that concern the log. Pacemaker's daemon turns its flight recorder on, turns it off
 * and writes it out by {@code SIGUSR1}, {@code SIGUSR2} and {@code SIGTRAP}: whoever sends these
 * wants detail, and must not end the daemon. {@code SIGUSR2} is the JVM's own, and does nothing.
 */
public final class LogSignals {
    private LogSignals() {}

    /** Handles them from now on, on threads of the JVM. */
    public static void handle(RunningLog running) {
        Signal.handle(new Signal("HUP"), _ -> running.reopenFiles());
        Signal.handle(new Signal("USR1"), _ -> running.toggleDebug());
        Signal.handle(new Signal("TRAP"), _ -> running.writeFlightRecord());
    }
}
