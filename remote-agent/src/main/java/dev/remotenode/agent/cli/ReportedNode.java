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
import dev.remotenode.agent.config.AgentConfiguration;
import dev.remotenode.agent.config.CommandLineOptions;
import dev.remotenode.agent.config.Inspection;
import dev.remotenode.agent.control.ConfigurationView;
import dev.remotenode.agent.journal.JournalQuery;
import dev.remotenode.agent.journal.OperationOutcome;
import dev.remotenode.agent.logging.HostName;
import dev.remotenode.control.message.Configuration;
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

/** What is known about this node, from the daemon as far as it runs. Used by one thread. */
final class ReportedNode implements AutoCloseable {
    /** So many whole operations are asked for at once. */
    private static final int AT_ONCE = 250;

    /** So many of those that failed are known in whole. */
    private static final int MOST_FAILED = 1000;

    private final Inspection inspection;
    private final Optional<Instant> since;
    private final RecordSource source;
    private final Optional<Status> status;
    private final List<JournalEntry> entries;
    private final Map<Long, JournalEntry> whole;

    /**
     * Asks what has happened, and how the daemon is.
     *
     * @throws CommandException if this user may not know
     */
    ReportedNode(ParseResult arguments, Output output) throws CommandException {
        inspection = Inspection.of(CommandLineOptions.NONE, List.of(), System.getenv());
        since = Since.read(arguments);
        source = source(arguments, inspection, output);
        RecordsRequest.Builder question = RecordsRequest.newBuilder();
        since.ifPresent(moment -> question.setSinceMs(moment.toEpochMilli()));
        entries = find(source, question, output);
        whole = whole(source, entries);
        status =
                switch (source) {
                    case OwnDaemon daemon -> Optional.of(daemon.status());
                    case JournalFiles _ -> Optional.empty();
                };
    }

    /** For the page. */
    NodeReport report() throws CommandException {
        AgentConfiguration configuration = inspection.configuration();
        return new NodeReport(
                status.map(Status::getHost).orElseGet(HostName::ofThisNode),
                Instant.now(),
                since,
                status,
                status.map(known -> new StatusText(known, Style.PLAIN).lines())
                        .orElse(List.of("The daemon does not run.")),
                settings().getSettingsList(),
                entries,
                entries.size() >= JournalQuery.MOST,
                details(),
                configuration.logging().files(),
                places(configuration),
                Checks.look(
                        new Surroundings(
                                Path.of("/"), inspection, Optional.empty(), Optional.empty())),
                HostPrograms.versions());
    }

    private static List<Path> places(AgentConfiguration configuration) {
        return Stream.of(
                        configuration.security().keyFiles().stream(),
                        configuration.operators().stateDirectory().stream(),
                        configuration.operators().controlSocket().stream(),
                        configuration.logging().files().stream())
                .flatMap(files -> files)
                .toList();
    }

    private Configuration settings() throws CommandException {
        return switch (source) {
            case OwnDaemon daemon -> daemon.configuration();
            case JournalFiles _ -> ConfigurationView.of(inspection);
        };
    }

    private Map<Long, String> details() {
        Map<Long, String> details = new HashMap<>();
        whole.forEach((number, entry) ->
                details.put(
                        number,
                        String.join("\n", new OperationReport(entry, Style.PLAIN).lines())));
        return details;
    }

    /** The same for programs, and what developers want to know; by names of files. */
    SequencedMap<String, String> files() throws CommandException {
        SequencedMap<String, String> files = new LinkedHashMap<>();
        files.put("journal.json", JsonText.of(journal()) + "\n");
        status.ifPresent(
                known -> files.put("status.json", JsonText.of(StatusItem.of(known)) + "\n"));
        switch (source) {
            case OwnDaemon daemon -> files.put("dump.txt", dump(daemon));
            case JournalFiles _ -> {}
        }
        return files;
    }

    private Item journal() {
        return Item.named("journal")
                .with(
                        "records",
                        entries.stream()
                                .map(entry -> whole.getOrDefault(entry.record().getNumber(), entry))
                                .map(RecordItem::of)
                                .toList())
                .build();
    }

    @Override
    public void close() {
        source.close();
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
