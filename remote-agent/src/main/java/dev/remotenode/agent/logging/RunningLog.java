package dev.remotenode.agent.logging;

import dev.remotenode.agent.config.Severity;
import java.io.IOException;
import java.util.List;
import org.apache.logging.log4j.core.LoggerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log, as an operator may change it while the daemon runs.
 *
 * <p>Safe for use by several threads.
 */
public final class RunningLog {
    private static final Logger log = LoggerFactory.getLogger(RunningLog.class);

    private final LogConfiguration configuration;
    private final LoggerContext context;

    RunningLog(LogConfiguration configuration, LoggerContext context) {
        this.configuration = configuration;
        this.context = context;
    }

    /** One sentence for each target that could not be used. */
    public List<String> problems() {
        return configuration.problems();
    }

    /** The least severity for files and standard error. */
    public synchronized Severity detail() {
        return configuration.detail();
    }

    /** Adds debug messages to files and standard error, or leaves them out if they are there. */
    public synchronized void toggleDebug() {
        setDebug(configuration.detail() != Severity.DEBUG);
    }

    /** Adds debug messages to files and standard error, or leaves them out. */
    public synchronized void setDebug(boolean on) {
        configuration.setDetail(on ? Severity.DEBUG : Severity.INFO);
        context.updateLoggers();
        log.info(
                on
                        ? "Debug messages are logged from now on, until SIGUSR1"
                        : "Debug messages are not logged from now on");
    }

    /** Writes the flight recorder's lines to a file, whose name is logged. */
    public void writeFlightRecord() {
        configuration
                .flightRecorder()
                .ifPresentOrElse(
                        RunningLog::writeOut,
                        () ->
                                log.info(
                                        "There is no flight recorder, as PCMK_blackbox is not set:"
                                                + " SIGUSR1 turns debug messages on"));
    }

    private static void writeOut(FlightRecorder recorder) {
        try {
            log.info("The flight recorder's lines are in {}", recorder.writeOut());
        } catch (IOException e) {
            log.warn("The flight recorder's lines cannot be written: {}", e.toString());
        }
    }

    /** Writes to the files that now have the names of the log files, which are made if missing. */
    public synchronized void reopenFiles() {
        configuration.reopenFiles();
        log.info("Log files have been opened again");
    }
}
