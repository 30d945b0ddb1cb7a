package dev.remotenode.agent.cli.report;

import dev.remotenode.agent.cli.history.JournalEntry;
import dev.remotenode.agent.cli.history.OperationText;
import dev.remotenode.agent.journal.OperationOutcome;
import dev.remotenode.control.journal.OperationRun;
import dev.remotenode.control.journal.Record;

/** What somebody who looks for a cause wants to see in the order of time. */
final class EventText {
    private EventText() {}

    /** One line; empty for what went as it should, again and again. */
    static String of(JournalEntry entry) {
        Record record = entry.record();
        return switch (record.getEventCase()) {
            case OPERATION -> operation(record.getOperation());
            case CONNECTION_START -> "connected: " + record.getConnectionStart().getPeer();
            case CONNECTION ->
                    "connection ended: %s: %s"
                            .formatted(
                                    record.getConnection().getPeer(),
                                    record.getConnection().getReason());
            case REFUSAL ->
                    "refused: %s: %s"
                            .formatted(
                                    record.getRefusal().getPeer(), record.getRefusal().getReason());
            case DAEMON_START ->
                    "daemon started: version %s, process %d"
                            .formatted(
                                    record.getDaemonStart().getVersion(),
                                    record.getDaemonStart().getPid());
            case DAEMON_END -> "daemon ended: " + record.getDaemonEnd().getReason();
            case GAP ->
                    "%d records lost: %s"
                            .formatted(record.getGap().getLost(), record.getGap().getReason());
            case REPETITION, EVENT_NOT_SET -> "";
        };
    }

    private static String operation(OperationRun run) {
        boolean isRoutine =
                run.getIntervalMs() > 0 && OperationOutcome.of(run) == OperationOutcome.FINE;
        return isRoutine
                ? ""
                : "%s of %s: %s%s"
                        .formatted(
                                OperationText.action(run.getAction(), run.getIntervalMs()),
                                run.getResource(),
                                OperationText.result(run),
                                run.getReason().isEmpty() ? "" : ": " + run.getReason());
    }
}
