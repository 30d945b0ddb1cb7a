package dev.remotenode.agent.cli.report;

import dev.remotenode.agent.cli.history.JournalEntry;
import dev.remotenode.agent.journal.OperationOutcome;
import java.util.Locale;

/** How a stretch of time looks in the picture; of several, the last of these shows. */
enum Shade {
    /** A cluster node was connected, or the daemon ran. */
    PRESENT,
    /** A recurring operation has gone the same again and again. */
    MONITORED,
    FINE,
    CANCELLED,
    FAILED,
    TIMED_OUT;

    /** That of an operation. */
    static Shade of(JournalEntry entry) {
        return switch (OperationOutcome.of(entry.record().getOperation())) {
            case FINE -> entry.repetitions() > 0 ? MONITORED : FINE;
            case CANCELLED, PENDING -> CANCELLED;
            case FAILED -> FAILED;
            case TIMED_OUT -> TIMED_OUT;
        };
    }

    /** Its class in the style sheet. */
    String css() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
