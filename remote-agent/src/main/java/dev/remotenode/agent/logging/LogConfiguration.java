package dev.remotenode.agent.logging;

import dev.remotenode.agent.config.LogSettings;
import dev.remotenode.agent.config.Severity;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.config.AbstractConfiguration;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.apache.logging.log4j.core.config.LoggerConfig;

/** The log4j configuration that log settings come to; made in code, as a file would cost time. */
final class LogConfiguration extends AbstractConfiguration {
    private static final String DAEMON = "pacemaker-remoted";
    private static final String OWN_LOGGERS = "dev.remotenode";

    private final LogSettings settings;

    LogConfiguration(LogSettings settings) {
        super(null, ConfigurationSource.NULL_SOURCE);
        this.settings = settings;
    }

    @Override
    protected void doConfigure() {
        // Libraries explain themselves to their developers, not to those who run a cluster.
        getRootLogger().setLevel(Level.WARN);
        LoggerConfig own = new LoggerConfig(OWN_LOGGERS, Level.ALL, true);
        addLogger(OWN_LOGGERS, own);
        DetailFormat format = new DetailFormat(DAEMON);
        settings.files().forEach(file -> addFile(file, format));
        if (settings.standardError()) {
            add("stderr", line -> System.err.println(ShortFormat.format(line)), settings.detail());
        }
    }

    private void addFile(Path file, DetailFormat format) {
        try {
            LogFile log = LogFile.open(file, settings.fileMode());
            add(file.toString(), line -> log.append(format.format(line)), settings.detail());
        } catch (IOException e) {
            System.err.println("Logging to '" + file + "' is not possible: " + e.getMessage());
        }
    }

    private void add(String name, LogTarget target, Severity threshold) {
        Appender appender = new TargetAppender(name, target);
        appender.start();
        addAppender(appender);
        getRootLogger().addAppender(appender, Levels.level(threshold), null);
    }
}
