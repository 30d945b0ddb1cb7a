package dev.remotenode.agent.logging;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;

/** Hands log4j's events to a target, from a level on that may be changed at any time. */
final class TargetAppender extends AbstractAppender {
    private final LogTarget target;
    private volatile Level threshold;

    TargetAppender(String name, LogTarget target, Level threshold) {
        super(name, null, null, true, Property.EMPTY_ARRAY);
        this.target = target;
        this.threshold = threshold;
    }

    void setThreshold(Level level) {
        threshold = level;
    }

    @Override
    public void append(LogEvent event) {
        if (event.getLevel().isMoreSpecificThan(threshold)) {
            LogLine.of(event).forEach(target::write);
        }
    }
}
