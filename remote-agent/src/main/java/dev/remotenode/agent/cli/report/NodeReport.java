package dev.remotenode.agent.cli.report;

import dev.remotenode.agent.cli.check.Observation;
import dev.remotenode.agent.cli.history.JournalEntry;
import dev.remotenode.control.message.SettingInForce;
import dev.remotenode.control.message.Status;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known about a node.
 *
 * @param host its name
 * @param made when all this was asked for
 * @param since what was asked for begins here, if not as long ago as there are records
 * @param status how the daemon is; empty if it does not run
 * @param statusLines the same for people
 * @param settings of the daemon, or those that it would start with if it does not run
 * @param entries of the journal, the oldest first
 * @param isCut whether older ones have been left out
 * @param details all about some of the operations, for people, by number
 * @param logFiles of the daemon
 * @param places of keys, the journal and the rest that the settings name
 * @param observations what is in the way of a remote node here, or could be
 * @param versions of programs
 */
public record NodeReport(
        String host,
        Instant made,
        Optional<Instant> since,
        Optional<Status> status,
        List<String> statusLines,
        List<SettingInForce> settings,
        List<JournalEntry> entries,
        boolean isCut,
        Map<Long, String> details,
        List<Path> logFiles,
        List<Path> places,
        List<Observation> observations,
        List<ProgramVersion> versions) {
    /** Copies what may be changed. */
    public NodeReport {
        statusLines = List.copyOf(statusLines);
        settings = List.copyOf(settings);
        entries = List.copyOf(entries);
        details = Map.copyOf(details);
        logFiles = List.copyOf(logFiles);
        places = List.copyOf(places);
        observations = List.copyOf(observations);
        versions = List.copyOf(versions);
    }

    /** Operations only. */
    List<JournalEntry> operations() {
        return entries.stream().filter(entry -> entry.record().hasOperation()).toList();
    }

    /** When the first of it has happened. */
    long fromMillis() {
        return entries.stream()
                .mapToLong(NodeReport::begin)
                .min()
                .orElseGet(() -> made.minusSeconds(1).toEpochMilli());
    }

    /** When an entry began. */
    static long begin(JournalEntry entry) {
        return switch (entry.record().getEventCase()) {
            case OPERATION -> entry.record().getOperation().getStartedMs();
            case REPETITION,
                    CONNECTION,
                    REFUSAL,
                    DAEMON_START,
                    DAEMON_END,
                    GAP,
                    CONNECTION_START,
                    EVENT_NOT_SET ->
                    entry.record().getTimeMs();
        };
    }
}
