package dev.remotenode.agent.cli.report;

import dev.remotenode.agent.cli.history.JournalEntry;
import dev.remotenode.agent.cli.history.OperationText;
import dev.remotenode.agent.cli.history.ReadableTime;
import dev.remotenode.control.journal.OperationRun;
import dev.remotenode.control.journal.Record;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** The picture of all that has happened: a lane for the daemon, each peer and each resource. */
record Timeline(NodeReport report, TimeAxis axis) {
    /** More would be too much to look at. */
    private static final int MOST_RESOURCES = 40;

    /** Lanes that belong together. */
    record Group(String title, List<Lane> lanes) {}

    List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        groups.add(new Group("Daemon", List.of(daemon())));
        groups.add(new Group("Connections", peers()));
        groups.add(new Group("Resources", shown()));
        return groups.stream().filter(group -> !group.lanes().isEmpty()).toList();
    }

    /** How many resources have no lane for want of room. */
    int left() {
        return Math.max(0, resources().size() - MOST_RESOURCES);
    }

    private Lane daemon() {
        Lane lane = new Lane("runs", axis);
        OptionalLong began = OptionalLong.empty();
        long last = axis.from();
        for (JournalEntry entry : report.entries()) {
            Record record = entry.record();
            if (record.hasDaemonStart()) {
                if (began.isPresent()) {
                    lane.add(Shade.PRESENT, began.getAsLong(), last, () -> "the daemon runs");
                    lane.add(Shade.FAILED, last, last, () -> "the daemon ended without a word");
                }
                began = OptionalLong.of(record.getTimeMs());
                lane.add(
                        Shade.FINE,
                        record.getTimeMs(),
                        record.getTimeMs(),
                        () -> "the daemon starts, version " + record.getDaemonStart().getVersion());
            } else if (record.hasDaemonEnd()) {
                long end = record.getTimeMs();
                lane.add(
                        Shade.PRESENT,
                        began.orElse(axis.from()),
                        end,
                        () -> "the daemon runs; it ended: " + record.getDaemonEnd().getReason());
                began = OptionalLong.empty();
            } else if (began.isEmpty()) {
                // What was before is not in the journal any more.
                began = OptionalLong.of(NodeReport.begin(entry));
            }
            last = Math.max(last, entry.lastMillis());
        }
        if (began.isPresent()) {
            long end = report.status().isPresent() ? axis.to() : last;
            lane.add(Shade.PRESENT, began.getAsLong(), end, () -> "the daemon runs");
        }
        return lane;
    }

    private List<Lane> peers() {
        Map<String, Lane> lanes = new TreeMap<>();
        Connections.of(report)
                .forEach(presence ->
                        lanes.computeIfAbsent(presence.address(), name -> new Lane(name, axis))
                                .add(
                                        presence.isRefused() ? Shade.FAILED : Shade.PRESENT,
                                        presence.since(),
                                        presence.until().orElse(axis.to()),
                                        () ->
                                                presence.isRefused() || presence.until().isPresent()
                                                        ? presence.end()
                                                        : "connected"));
        return mostTelling(lanes.values());
    }

    private List<Lane> shown() {
        return mostTelling(resources());
    }

    private Collection<Lane> resources() {
        Map<String, Lane> lanes = new TreeMap<>();
        report.operations().forEach(entry -> add(entry, lanes));
        return lanes.values();
    }

    private void add(JournalEntry entry, Map<String, Lane> lanes) {
        OperationRun run = entry.record().getOperation();
        long ended = Math.max(entry.lastMillis(), run.getStartedMs() + run.getRanMs());
        lanes.computeIfAbsent(run.getResource(), name -> new Lane(name, axis))
                .add(Shade.of(entry), run.getStartedMs(), ended, () -> hint(entry, run));
    }

    private static String hint(JournalEntry entry, OperationRun run) {
        String times =
                entry.repetitions() == 0
                        ? " after " + ReadableTime.duration(run.getRanMs())
                        : ", %d times".formatted(entry.repetitions() + 1);
        return OperationText.action(run.getAction(), run.getIntervalMs())
                + ": "
                + OperationText.result(run)
                + times
                + (run.getReason().isEmpty() ? "" : ", " + run.getReason());
    }

    /** Those with failures, if there are too many; in the order of their names. */
    private static List<Lane> mostTelling(Collection<Lane> lanes) {
        return lanes.stream()
                .sorted(Comparator.comparingInt(Lane::bad).reversed())
                .limit(MOST_RESOURCES)
                .sorted(Comparator.comparing(Lane::name))
                .toList();
    }
}
