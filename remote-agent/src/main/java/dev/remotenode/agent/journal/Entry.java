package dev.remotenode.agent.journal;

import dev.remotenode.control.journal.Record;
import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * Something to be recorded. Made on the event loop, as cheaply as possible; what makes a record of
 * it runs on the thread that writes.
 */
final class Entry {

    private final Instant time;
    private final UnaryOperator<Record.Builder> content;
    // Confined to the thread that writes.
    private long number;

    /**
     * @param time when it happened
     * @param content fills in what happened; it must not need the event loop
     */
    Entry(Instant time, UnaryOperator<Record.Builder> content) {
        this.time = time;
        this.content = content;
    }

    /** The record, which has this number from now on. */
    Record numbered(long next) {
        number = next;
        return content.apply(Record.newBuilder().setNumber(number).setTimeMs(time.toEpochMilli()))
                .build();
    }

    /** Its number, 0 before it has one. */
    long number() {
        return number;
    }
}
