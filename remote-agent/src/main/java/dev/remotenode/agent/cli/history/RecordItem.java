package dev.remotenode.agent.cli.history;

import dev.remotenode.agent.cli.document.Item;
import dev.remotenode.agent.cli.document.ItemBuilder;
import dev.remotenode.control.journal.ConnectionEnd;
import dev.remotenode.control.journal.Record;

/** Anything that the journal has, for programs. */
public final class RecordItem {
    private RecordItem() {}

    /** An object whose member "event" says what it is. */
    public static Item of(JournalEntry entry) {
        Record record = entry.record();
        return switch (record.getEventCase()) {
            case OPERATION -> begun("operation-run", record).with(OperationItem.of(entry)).build();
            case CONNECTION_START ->
                    begun("connection-start", record)
                            .with("peer", record.getConnectionStart().getPeer())
                            .with("tls", record.getConnectionStart().getTls())
                            .build();
            case CONNECTION -> connection(record);
            case REFUSAL ->
                    begun("refusal", record)
                            .with("peer", record.getRefusal().getPeer())
                            .with("reason", record.getRefusal().getReason())
                            .with("unrecorded", record.getRefusal().getUnrecorded())
                            .build();
            case DAEMON_START ->
                    begun("daemon-start", record)
                            .with("version", record.getDaemonStart().getVersion())
                            .with("pid", record.getDaemonStart().getPid())
                            .build();
            case DAEMON_END ->
                    begun("daemon-end", record)
                            .with("reason", record.getDaemonEnd().getReason())
                            .build();
            case GAP ->
                    begun("gap", record)
                            .with("lost", record.getGap().getLost())
                            .with("reason", record.getGap().getReason())
                            .build();
            case REPETITION, EVENT_NOT_SET -> begun("unknown", record).build();
        };
    }

    private static Item connection(Record record) {
        ConnectionEnd end = record.getConnection();
        return begun("connection-end", record)
                .with("peer", end.getPeer())
                .with("name", end.getName())
                .with("since", ReadableTime.iso(end.getSinceMs()))
                .with("protocol", end.getProtocol())
                .with("tls", end.getTls())
                .with("reason", end.getReason())
                .with("managed", end.getProvider())
                .build();
    }

    private static ItemBuilder begun(String event, Record record) {
        return Item.named("record")
                .with("number", record.getNumber())
                .with("time", ReadableTime.iso(record.getTimeMs()))
                .with("event", event);
    }
}
