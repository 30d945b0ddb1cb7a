package dev.remotenode.agent.logging;

import dev.remotenode.agent.config.LogSettings;
import dev.remotenode.agent.config.Severity;
import dev.remotenode.agent.config.SyslogFacility;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.AbstractConfiguration;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.apache.logging.log4j.core.config.LoggerConfig;

/**
 * The log4j configuration that log settings come to. Made in code: looking for a file, reading it
 * and finding the plugins that it names would cost more than the rest of the start.
 */
final class LogConfiguration extends AbstractConfiguration {
    private static final String DAEMON = "pacemaker-remoted";
    private static final Path SYSLOG = Path.of("/dev/log");
    private static final Path FLIGHT_RECORDS = Path.of("/var/lib/pacemaker/blackbox");
    private static final String OWN_LOGGERS = "dev.remotenode";

    /** Without it, log4j asks the name service at every start, and waits if none answers. */
    private static final String HOST_NAME = "hostName";

    private final LogSettings settings;
    private final List<String> problems = new ArrayList<>();
    private final List<LogFile> files = new ArrayList<>();

    /** Those whose threshold is the wanted detail. */
    private final List<TargetAppender> detailed = new ArrayList<>();

    private Optional<FlightRecorder> flightRecorder = Optional.empty();
    private Severity detail;

    LogConfiguration(LogSettings settings) {
        super(null, ConfigurationSource.NULL_SOURCE);
        this.settings = settings;
        this.detail = settings.detail();
        getProperties().put(HOST_NAME, HostName.ofThisNode());
    }

    /** One sentence for each target that cannot be used. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    /** Least severity for files and standard error. */
    Severity detail() {
        return detail;
    }

    /** Keeps the last lines, if the settings want one. */
    Optional<FlightRecorder> flightRecorder() {
        return flightRecorder;
    }

    /** Changes it; loggers have to be told afterwards. */
    void setDetail(Severity wanted) {
        detail = wanted;
        detailed.forEach(appender -> appender.setThreshold(Levels.level(wanted)));
        getLoggerConfig(OWN_LOGGERS).setLevel(ownLevel());
    }

    /** Opens the log files again, wherever their names lead to by now. */
    void reopenFiles() {
        files.forEach(LogFile::reopenNow);
    }

    @Override
    protected void doConfigure() {
        // Libraries explain themselves to their developers, not to those who run a cluster.
        getRootLogger().setLevel(Level.WARN);
        addLogger(OWN_LOGGERS, new LoggerConfig(OWN_LOGGERS, ownLevel(), true));
        if (settings.standardError()) {
            detailed.add(
                    add("stderr", line -> System.err.println(ShortFormat.format(line)), detail));
        }
        settings.syslogFacility().ifPresent(this::addSyslog);
        DetailFormat format = new DetailFormat(DAEMON);
        if (settings.flightRecorder()) {
            addFlightRecorder(format);
        }
        settings.files().forEach(file -> addFile(file, format));
    }

    /** The most detail that any target wants. */
    private Level ownLevel() {
        if (settings.flightRecorder()) {
            return Levels.level(Severity.DEBUG);
        }
        Level wanted = Levels.level(detail);
        Level syslog = Levels.level(settings.syslogThreshold());
        return settings.syslogFacility().isPresent() && syslog.isLessSpecificThan(wanted)
                ? syslog
                : wanted;
    }

    private void addSyslog(SyslogFacility facility) {
        add("syslog", new SyslogTarget(facility, DAEMON, SYSLOG), settings.syslogThreshold());
    }

    private void addFlightRecorder(DetailFormat format) {
        FlightRecorder recorder = new FlightRecorder(FLIGHT_RECORDS, DAEMON, format);
        flightRecorder = Optional.of(recorder);
        add("flight recorder", recorder, Severity.DEBUG);
    }

    private void addFile(Path path, DetailFormat format) {
        try {
            LogFile file = LogFile.open(path, settings.fileMode(), System::nanoTime);
            files.add(file);
            detailed.add(add(path.toString(), line -> file.append(format.format(line)), detail));
        } catch (IOException e) {
            problems.add("Logging to '" + path + "' is not possible: " + e.getMessage());
        }
    }

    private TargetAppender add(String name, LogTarget target, Severity threshold) {
        TargetAppender appender = new TargetAppender(name, target, Levels.level(threshold));
        appender.start();
        addAppender(appender);
        getRootLogger().addAppender(appender, null, null);
        return appender;
    }
}
