package dev.remotenode.agent.cli.report;

import dev.remotenode.agent.cli.document.Item;
import dev.remotenode.agent.cli.document.ItemBuilder;
import dev.remotenode.agent.cli.history.JournalEntry;
import dev.remotenode.agent.cli.history.OperationText;
import dev.remotenode.agent.cli.history.ReadableTime;
import dev.remotenode.control.journal.OperationRun;

/** All operations for the script of the page, by names as short as there are many of them. */
final class OperationData {
    private OperationData() {}

    /** The newest first. */
    static Item of(NodeReport report) {
        return Item.named("data")
                .with(
                        "operations",
                        report.operations().reversed().stream().map(OperationData::of).toList())
                .build();
    }

    private static Item of(JournalEntry entry) {
        OperationRun run = entry.record().getOperation();
        ItemBuilder item =
                Item.named("operation")
                        .with("n", entry.record().getNumber())
                        .with("e", entry.lastMillis())
                        .with("d", ReadableTime.of(entry.lastMillis()))
                        .with("r", run.getResource())
                        .with("a", OperationText.action(run.getAction(), run.getIntervalMs()))
                        .with("t", run.getRanMs())
                        .with("s", Shade.of(entry).css())
                        .with("x", OperationText.result(run));
        if (run.getWaitedMs() > 0) {
            item.with("w", run.getWaitedMs());
        }
        if (!run.getReason().isEmpty()) {
            item.with("c", run.getReason());
        }
        if (entry.repetitions() > 0) {
            item.with("m", entry.repetitions() + 1);
        }
        return item.build();
    }
}
