package dev.remotenode.agent.logging;

/** Where lines go. Called from any thread. */
@FunctionalInterface
interface LogTarget {
    /** Writes one line through; drops it where that is not possible. */
    void write(LogLine line);
}
