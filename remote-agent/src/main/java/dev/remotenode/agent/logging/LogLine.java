package dev.remotenode.agent.logging;

import dev.remotenode.agent.config.Severity;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.logging.log4j.core.LogEvent;

/**
 * One line of the log, before it is given a target's shape.
 *
 * @param time when it was logged
 * @param severity its severity
 * @param function what logged it: the simple name of the class, where Pacemaker has the C function
 * @param text the message, without line breaks
 */
record LogLine(Instant time, Severity severity, String function, String text) {

    /**
     * The lines of an event: one for each line of its message, then those of the stack trace. That
     * way text from outside cannot pass for a line of the daemon's own.
     */
    static Stream<LogLine> of(LogEvent event) {
        Instant time = Instant.ofEpochMilli(event.getTimeMillis());
        Severity severity = Levels.severity(event.getLevel());
        String function = simpleName(event.getLoggerName());
        return texts(event).map(text -> new LogLine(time, severity, function, text));
    }

    private static Stream<String> texts(LogEvent event) {
        Stream<String> message = event.getMessage().getFormattedMessage().lines();
        return Optional.ofNullable(event.getThrown())
                .map(thrown -> Stream.concat(message, StackTrace.lines(thrown)))
                .orElse(message);
    }

    private static String simpleName(String loggerName) {
        return loggerName.substring(loggerName.lastIndexOf('.') + 1);
    }
}
