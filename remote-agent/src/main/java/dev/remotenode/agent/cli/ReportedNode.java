package dev.remotenode.agent.cli;

import dev.remotenode.agent.cli.check.Checks;
import dev.remotenode.agent.cli.check.Surroundings;
import dev.remotenode.agent.cli.document.Item;
import dev.remotenode.agent.cli.document.JsonText;
import dev.remotenode.agent.cli.history.JournalEntry;
import dev.remotenode.agent.cli.history.RecordItem;
import dev.remotenode.agent.cli.report.HostPrograms;
import dev.remotenode.agent.cli.report.NodeReport;
import dev.remotenode.agent.cli.report.ReportPage;
import dev.remotenode.agent.config.CommandLineOptions;
import dev.remotenode.agent.config.Inspection;
import dev.remotenode.agent.control.ConfigurationView;
import dev.remotenode.agent.journal.JournalQuery;
import dev.remotenode.agent.journal.OperationOutcome;
import dev.remotenode.agent.logging.HostName;
import dev.remotenode.control.message.DumpRequest;
import dev.remotenode.control.message.RecordsRequest;
import dev.remotenode.control.message.Request;
import dev.remotenode.control.message.Status;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import picocli.CommandLine.ParseResult;

/**
 * What is known about this node, from the daemon as far as it runs.
 *
 * @param report for the page
 * @param files for programs, by name
 */
record ReportedNode(NodeReport report, SequencedMap<String, String> files) {
    /** So many whole operations are asked for at once. */
    private static final int AT_ONCE = 250;

    /** So many of those that failed are known in whole. */
    private static final int MOST_FAILED = 1000;

    /**
     * Gathers it.
     *
     * @throws CommandException if this user may not know
     */
    static ReportedNode look(ParseResult arguments, Output output) throws CommandException {
        Inspection inspection = Inspection.of(CommandLineOptions.NONE, List.of(), System.getenv());
        Optional<Instant> since = Since.read(arguments);
        RecordsRequest.Builder question = RecordsRequest.newBuilder();
        since.ifPresent(moment -> question.setSinceMs(moment.toEpochMilli()));
        try (RecordSource source = source(arguments, inspection, output)) {
            List<JournalEntry> entries = find(source, question, output);
            Map<Long, JournalEntry> whole = whole(source, entries);
            Optional<OwnDaemon> daemon =
                    switch (source) {
                        case OwnDaemon running -> Optional.of(running);
                        case JournalFiles _ -> Optional.empty();
                    };
            Optional<Status> status =
                    daemon.isPresent() ? Optional.of(daemon.get().status()) : Optional.empty();
            Map<Long, String> details = new HashMap<>();
            whole.forEach((number, entry) ->
                    details.put(
                            number,
                            String.join("\n", new OperationReport(entry, Style.PLAIN).lines())));
            NodeReport report =
                    new NodeReport(
                            status.map(Status::getHost).orElseGet(HostName::ofThisNode),
                            Instant.now(),
                            since,
                            status,
                            status.map(known -> new StatusText(known, Style.PLAIN).lines())
                                    .orElse(List.of("The daemon does not run.")),
                            daemon.isPresent()
                                    ? daemon.get().configuration().getSettingsList()
                                    : ConfigurationView.of(inspection).getSettingsList(),
                            entries,
                            entries.size() >= JournalQuery.MOST,
                            details,
                            inspection.configuration().logging().files(),
                            Checks.look(
                                    new Surroundings(
                                            Path.of("/"),
                                            inspection,
                                            Optional.empty(),
                                            Optional.empty())),
                            HostPrograms.versions());
            return new ReportedNode(report, files(status, daemon, entries, whole));
        }
    }

    /** A daemon that has recorded nothing yet has an empty journal. */
    private static RecordSource source(ParseResult arguments, Inspection inspection, Output output)
            throws CommandException {
        try {
            return RecordSource.open(arguments, output);
        } catch (CommandException e) {
            if (e.status() != ExitStatus.NOT_RUNNING || OwnDaemon.isNamed(arguments)) {
                throw e;
            }
            output.line("The daemon does not run, and has recorded nothing here.");
            return new JournalFiles(
                    inspection
                            .configuration()
                            .operators()
                            .stateDirectory()
                            .orElse(Path.of("/nonexistent")));
        }
    }

    /** There is something to tell even without a journal. */
    private static List<JournalEntry> find(
            RecordSource source, RecordsRequest.Builder question, Output output)
            throws CommandException {
        try {
            return source.find(question);
        } catch (CommandException e) {
            if (e.status() != ExitStatus.ERROR) {
                throw e;
            }
            output.line("Without operations: " + e.getMessage());
            return List.of();
        }
    }

    /** Those that the page shows in whole, and others that failed. */
    private static Map<Long, JournalEntry> whole(RecordSource source, List<JournalEntry> entries)
            throws CommandException {
        List<Long> wanted =
                Stream.concat(
                                ReportPage.shownInWhole(entries).stream(),
                                entries.reversed().stream()
                                        .filter(ReportedNode::isBad)
                                        .limit(MOST_FAILED)
                                        .map(entry -> entry.record().getNumber()))
                        .distinct()
                        .toList();
        Map<Long, JournalEntry> whole = new HashMap<>();
        for (int from = 0; from < wanted.size(); from += AT_ONCE) {
            List<Long> some = wanted.subList(from, Math.min(from + AT_ONCE, wanted.size()));
            source.find(RecordsRequest.newBuilder().addAllNumbers(some))
                    .forEach(entry -> whole.put(entry.record().getNumber(), entry));
        }
        return whole;
    }

    private static boolean isBad(JournalEntry entry) {
        return entry.record().hasOperation()
                && OperationOutcome.of(entry.record().getOperation()).isBad();
    }

    private static SequencedMap<String, String> files(
            Optional<Status> status,
            Optional<OwnDaemon> daemon,
            List<JournalEntry> entries,
            Map<Long, JournalEntry> whole)
            throws CommandException {
        SequencedMap<String, String> files = new LinkedHashMap<>();
        Item journal =
                Item.named("journal")
                        .with(
                                "records",
                                entries.stream()
                                        .map(entry ->
                                                whole.getOrDefault(
                                                        entry.record().getNumber(), entry))
                                        .map(RecordItem::of)
                                        .toList())
                        .build();
        files.put("journal.json", JsonText.of(journal) + "\n");
        status.ifPresent(
                known -> files.put("status.json", JsonText.of(StatusItem.of(known)) + "\n"));
        if (daemon.isPresent()) {
            files.put("dump.txt", dump(daemon.get()));
        }
        return files;
    }

    private static String dump(OwnDaemon daemon) throws CommandException {
        try {
            return daemon.ask(Request.newBuilder().setDump(DumpRequest.getDefaultInstance()))
                    .getFirst()
                    .getDump()
                    .getText();
        } catch (CommandException e) {
            if (e.status() == ExitStatus.INSUFFICIENT_PRIVILEGES) {
                return "Only root gets threads and memory of the daemon.\n";
            }
            throw e;
        }
    }
}
