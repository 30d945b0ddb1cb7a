package dev.remotenode.agent.cli;

import java.time.Duration;

/** Measures from its making on. */
final class Stopwatch {
    private final long begin = System.nanoTime();

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
