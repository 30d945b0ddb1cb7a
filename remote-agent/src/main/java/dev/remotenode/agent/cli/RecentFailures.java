package dev.remotenode.agent.cli;

import dev.remotenode.agent.cli.check.Observation;
import dev.remotenode.agent.cli.check.Verdict;
import dev.remotenode.agent.cli.document.Item;
import dev.remotenode.agent.cli.history.JournalEntry;
import dev.remotenode.agent.cli.history.OperationItem;
import dev.remotenode.agent.cli.history.OperationText;
import dev.remotenode.agent.cli.history.ReadableTime;
import dev.remotenode.control.journal.OperationRun;
import dev.remotenode.control.message.RecordsRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Operations that failed not long ago: why somebody looks at a node at all.
 *
 * @param entries the oldest first
 */
record RecentFailures(List<JournalEntry> entries) {
    private static final Duration RECENT = Duration.ofHours(24);
    private static final int MOST = 5;

    /** Asks the daemon; there are none if it keeps no journal. */
    static RecentFailures of(OwnDaemon daemon) throws CommandException {
        try {
            return new RecentFailures(
                    daemon.find(
                            RecordsRequest.newBuilder()
                                    .setOperationsOnly(true)
                                    .setFailed(true)
                                    .setSinceMs(Instant.now().minus(RECENT).toEpochMilli())
                                    .setLimit(MOST)));
        } catch (CommandException e) {
            if (e.status() == ExitStatus.ERROR) {
                return new RecentFailures(List.of());
            }
            throw e;
        }
    }

    /** For people; no line if nothing failed. */
    List<String> lines(Style style) {
        if (entries.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of("", "Failed in the last 24 h:"));
        lines.addAll(OperationTable.of(entries, style).lines("  "));
        return lines;
    }

    /** For programs. */
    List<Item> items() {
        return entries.stream().map(OperationItem::of).toList();
    }

    /** Among other things that may be wrong here. */
    List<Observation> observations() {
        return entries.reversed().stream().map(RecentFailures::observation).toList();
    }

    private static Observation observation(JournalEntry entry) {
        OperationRun run = entry.record().getOperation();
        return new Observation(
                Verdict.NOTE,
                "operation",
                "%s: %s of %s: %s%s"
                        .formatted(
                                ReadableTime.of(entry.lastMillis()),
                                OperationText.action(run.getAction(), run.getIntervalMs()),
                                run.getResource(),
                                OperationText.result(run),
                                run.getReason().isEmpty() ? "" : ": " + run.getReason()),
                "'remotectl op %d' has the rest".formatted(entry.record().getNumber()));
    }
}
