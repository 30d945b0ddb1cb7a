package dev.remotenode.agent.cli.report;

import dev.remotenode.agent.cli.history.JournalEntry;
import dev.remotenode.control.journal.ConnectionEnd;
import dev.remotenode.control.journal.Record;
import dev.remotenode.control.message.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Who was connected when, out of the journal and of what is connected now. */
final class Connections {
    private Connections() {}

    /**
     * A connection, or the attempt of one.
     *
     * @param name how the other side called itself; empty if it did not
     * @param until empty if it is there still
     * @param end why it ended; empty if it is there still
     * @param isRefused it has never been one
     */
    record Presence(
            String peer,
            String name,
            long since,
            OptionalLong until,
            String protocol,
            String tls,
            String end,
            boolean isRefused) {
        /** The other side without its port, which is another one each time. */
        String address() {
            String bare = peer.startsWith("/") ? peer.substring(1) : peer;
            int port = bare.lastIndexOf(':');
            return port > 0 ? bare.substring(0, port) : bare;
        }
    }

    /** In the order of their ends; what is there still comes last. */
    static List<Presence> of(NodeReport report) {
        Map<String, Record> open = new LinkedHashMap<>();
        List<Presence> found = new ArrayList<>();
        long last = 0;
        for (JournalEntry entry : report.entries()) {
            Record record = entry.record();
            switch (record.getEventCase()) {
                case CONNECTION_START -> open.put(record.getConnectionStart().getPeer(), record);
                case CONNECTION -> {
                    open.remove(record.getConnection().getPeer());
                    found.add(ended(record));
                }
                case REFUSAL -> found.add(refused(record));
                case DAEMON_START -> {
                    for (Record start : open.values()) {
                        found.add(lost(start, last));
                    }
                    open.clear();
                }
                case OPERATION, REPETITION, DAEMON_END, GAP, EVENT_NOT_SET -> {}
            }
            last = Math.max(last, entry.lastMillis());
        }
        report.status()
                .ifPresent(status ->
                        status.getConnectionsList().stream()
                                .filter(connection -> !connection.getLocal())
                                .forEach(connection -> found.add(present(connection))));
        if (report.status().isEmpty()) {
            for (Record start : open.values()) {
                found.add(lost(start, last));
            }
        }
        return found;
    }

    private static Presence ended(Record record) {
        ConnectionEnd end = record.getConnection();
        return new Presence(
                end.getPeer(),
                end.getName(),
                end.getSinceMs(),
                OptionalLong.of(record.getTimeMs()),
                end.getProtocol(),
                end.getTls(),
                end.getReason(),
                false);
    }

    private static Presence refused(Record record) {
        long more = record.getRefusal().getUnrecorded();
        return new Presence(
                record.getRefusal().getPeer(),
                "",
                record.getTimeMs(),
                OptionalLong.of(record.getTimeMs()),
                "",
                "",
                "refused: "
                        + record.getRefusal().getReason()
                        + (more == 0 ? "" : " (and %d more before)".formatted(more)),
                true);
    }

    /** The daemon has not lived to see the end of it. */
    private static Presence lost(Record start, long until) {
        return new Presence(
                start.getConnectionStart().getPeer(),
                "",
                start.getTimeMs(),
                OptionalLong.of(until),
                "",
                start.getConnectionStart().getTls(),
                "the daemon ended without a word",
                false);
    }

    private static Presence present(Connection connection) {
        return new Presence(
                connection.getPeer(),
                connection.getName(),
                connection.getSinceMs(),
                OptionalLong.empty(),
                connection.getProtocol(),
                connection.getTls(),
                "",
                false);
    }
}
