package dev.remotenode.agent.logging;

import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;

/** Hands log4j's events to a target. */
final class TargetAppender extends AbstractAppender {
    private final LogTarget target;

    TargetAppender(String name, LogTarget target) {
        super(name, null, null, true, Property.EMPTY_ARRAY);
        this.target = target;
    }

    @Override
    public void append(LogEvent event) {
        LogLine.of(event).forEach(target::write);
    }
}
