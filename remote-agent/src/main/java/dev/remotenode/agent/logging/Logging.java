package dev.remotenode.agent.logging;

import dev.remotenode.agent.config.LogSettings;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configurator;

/** Sets up where log lines go. */
public final class Logging {
    private Logging() {}

    /**
     * Starts logging as the settings say. Whatever was logged before is lost.
     *
     * @return the log, of which targets that cannot be used are no part
     */
    public static RunningLog start(LogSettings settings) {
        // Lines are written through at once, so that nothing is left to do when the JVM ends; a
        // hook would stop the log before the last words of the shutdown.
        System.setProperty("log4j2.shutdownHookEnabled", "false");
        LogConfiguration configuration = new LogConfiguration(settings);
        LoggerContext context = Configurator.initialize(configuration);
        if (context.getConfiguration() != configuration) {
            // Somebody asked for a logger already, upon which log4j has configured itself.
            context.start(configuration);
        }
        return new RunningLog(configuration, context);
    }
}
