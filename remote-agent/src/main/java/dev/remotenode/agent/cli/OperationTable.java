package dev.remotenode.agent.cli;

import dev.remotenode.agent.cli.history.JournalEntry;
import dev.remotenode.agent.cli.history.OperationText;
import dev.remotenode.agent.cli.history.ReadableTime;
import dev.remotenode.agent.journal.OperationOutcome;
import dev.remotenode.control.journal.OperationRun;
import java.util.List;
import java.util.function.UnaryOperator;

/** Operations that have ended, a line each. */
final class OperationTable {
    private OperationTable() {}

    static Table of(List<JournalEntry> entries, Style style) {
        Table table = new Table();
        table.row(style::strong, "NUMBER", "ENDED", "RESOURCE", "ACTION", "TOOK", "RESULT");
        entries.forEach(entry -> row(entry, style, table));
        return table;
    }

    private static void row(JournalEntry entry, Style style, Table table) {
        OperationRun run = entry.record().getOperation();
        table.row(
                style(run, style),
                Long.toString(entry.record().getNumber()),
                ReadableTime.of(entry.lastMillis()),
                run.getResource(),
                OperationText.action(run.getAction(), run.getIntervalMs()),
                ReadableTime.duration(run.getRanMs()),
                result(entry, run));
    }

    private static String result(JournalEntry entry, OperationRun run) {
        String reason = run.getReason().isEmpty() ? "" : ": " + run.getReason();
        String repeated =
                entry.repetitions() == 0 ? "" : ", %d times".formatted(entry.repetitions() + 1);
        return OperationText.result(run) + repeated + reason;
    }

    private static UnaryOperator<String> style(OperationRun run, Style style) {
        return switch (OperationOutcome.of(run)) {
            case FAILED, TIMED_OUT -> style::bad;
            case CANCELLED, PENDING -> style::doubtful;
            case FINE -> UnaryOperator.identity();
        };
    }
}
