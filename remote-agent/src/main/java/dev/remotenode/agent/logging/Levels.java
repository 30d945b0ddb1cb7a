package dev.remotenode.agent.logging;

import dev.remotenode.agent.config.Severity;
import org.apache.logging.log4j.Level;

/**
 * What a level in the code means in the log. Pacemaker's scale has one step more than slf4j's, so
 * that the code's info is a notice, its debug an info and its trace a debug message.
 */
final class Levels {
    private Levels() {}

    static Severity severity(Level level) {
        return switch (level.getStandardLevel()) {
            case OFF, FATAL -> Severity.CRIT;
            case ERROR -> Severity.ERROR;
            case WARN -> Severity.WARNING;
            case INFO -> Severity.NOTICE;
            case DEBUG -> Severity.INFO;
            case TRACE, ALL -> Severity.DEBUG;
        };
    }

    static Level level(Severity severity) {
        return switch (severity) {
            case EMERG, ALERT, CRIT -> Level.FATAL;
            case ERROR -> Level.ERROR;
            case WARNING -> Level.WARN;
            case NOTICE -> Level.INFO;
            case INFO -> Level.DEBUG;
            case DEBUG -> Level.TRACE;
        };
    }
}
