package dev.remotenode.agent.logging;

import dev.remotenode.agent.config.Severity;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.LogRecord;
import java.util.stream.Stream;

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
     * The lines of a record: one for each line of its message, then those of the stack trace. That
     * way text from outside cannot pass for a line of the daemon's own.
     */
    static Stream<LogLine> of(LogRecord logRecord) {
        Severity severity = Levels.severity(logRecord.getLevel());
        String function = simpleName(logRecord.getLoggerName());
        return texts(logRecord)
                .map(text -> new LogLine(logRecord.getInstant(), severity, function, text));
    }

    private static Stream<String> texts(LogRecord logRecord) {
        Stream<String> message = logRecord.getMessage().lines();
        return Optional.ofNullable(logRecord.getThrown())
                .map(thrown -> Stream.concat(message, StackTrace.lines(thrown)))
                .orElse(message);
    }

    private static String simpleName(String loggerName) {
        return loggerName.substring(loggerName.lastIndexOf('.') + 1);
    }
}
