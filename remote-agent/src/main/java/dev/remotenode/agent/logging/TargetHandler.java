package dev.remotenode.agent.logging;

import java.util.logging.Handler;
import java.util.logging.LogRecord;

/** Hands the JDK's log records to a target. */
final class TargetHandler extends Handler {
    private final LogTarget target;

    TargetHandler(LogTarget target) {
        this.target = target;
    }

    @Override
    public void publish(LogRecord logRecord) {
        if (isLoggable(logRecord)) {
            LogLine.of(logRecord).forEach(target::write);
        }
    }

    @Override
    public void flush() {
        // Every line is written through at once.
    }

    @Override
    public void close() {
        // The log goes on until the process ends, and the kernel closes what is open then.
    }
}
