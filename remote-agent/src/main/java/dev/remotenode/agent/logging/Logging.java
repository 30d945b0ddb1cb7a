package dev.remotenode.agent.logging;

import dev.remotenode.agent.config.LogSettings;

/** Sets up where log lines go. */
public final class Logging {
    private Logging() {}

    /** Starts logging as the settings say. Call once, before the first logger is made. */
    public static void start(LogSettings settings) {}
}
