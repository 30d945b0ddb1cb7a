package dev.remotenode.agent.logging;

import dev.remotenode.agent.config.LogSettings;
import org.apache.logging.log4j.core.config.Configurator;

/** Sets up where log lines go. */
public final class Logging {
    private Logging() {}

    /**
     * Starts logging as the settings say; a target that cannot be opened is left out, with a
     * warning in the others. Call once, before the first logger is made.
     */
    public static void start(LogSettings settings) {
        // Lines are written through at once: there is nothing to do when the JVM ends, and a hook
        // would stop the log before the last words of the shutdown.
        System.setProperty("log4j2.shutdownHookEnabled", "false");
        Configurator.initialize(new LogConfiguration(settings));
    }
}
