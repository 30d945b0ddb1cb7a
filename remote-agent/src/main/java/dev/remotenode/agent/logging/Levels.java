package dev.remotenode.agent.logging;

import dev.remotenode.agent.config.Severity;
import java.util.logging.Level;

/**
 * What a level in the code means in the log. Pacemaker's scale has one step more than slf4j's, so
 * that the code's info is a notice, its debug an info and its trace a debug message. slf4j hands
 * these on as {@code INFO}, {@code FINE} and {@code FINEST}.
 */
final class Levels {
    private Levels() {}

    static Severity severity(Level level) {
        int value = level.intValue();
        if (value >= Level.SEVERE.intValue()) {
            return Severity.ERROR;
        } else if (value >= Level.WARNING.intValue()) {
            return Severity.WARNING;
        } else if (value >= Level.INFO.intValue()) {
            return Severity.NOTICE;
        } else if (value >= Level.FINE.intValue()) {
            return Severity.INFO;
        }
        return Severity.DEBUG;
    }

    static Level level(Severity severity) {
        return switch (severity) {
            case EMERG, ALERT, CRIT, ERROR -> Level.SEVERE;
            case WARNING -> Level.WARNING;
            case NOTICE -> Level.INFO;
            case INFO -> Level.FINE;
            case DEBUG -> Level.FINEST;
        };
    }
}
