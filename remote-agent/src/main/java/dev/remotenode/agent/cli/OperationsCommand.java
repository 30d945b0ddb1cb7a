package dev.remotenode.agent.cli;

import dev.remotenode.agent.cli.document.Item;
import dev.remotenode.agent.cli.history.JournalEntry;
import dev.remotenode.agent.cli.history.OperationItem;
import dev.remotenode.control.message.RecordsRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code remotectl ops}: what ran here. */
final class OperationsCommand implements Command {
    private static final String FAILED = "--failed";
    private static final String LIMIT = "--limit";
    private static final int USUAL_LIMIT = 50;

    @Override
    public String name() {
        return "ops";
    }

    @Override
    public CommandSpec specification() {
        CommandSpec specification =
                CommandSpec.create()
                        .addPositional(
                                PositionalParamSpec.builder()
                                        .index("0")
                                        .arity("0..1")
                                        .type(String.class)
                                        .paramLabel("RESOURCE")
                                        .description("Only operations of this resource")
                                        .build())
                        .addOption(
                                OptionSpec.builder("-f", FAILED)
                                        .type(boolean.class)
                                        .arity("0")
                                        .description("Only operations that failed or timed out")
                                        .build())
                        .addOption(Since.option("Only what ended"))
                        .addOption(
                                OptionSpec.builder("-n", LIMIT)
                                        .type(Integer.class)
                                        .paramLabel("N")
                                        .description(
                                                "The last N of them; 50 if neither this nor --since is"
                                                        + " given")
                                        .build())
                        .addOption(OwnDaemon.socketOption());
        specification
                .usageMessage()
                .description(
                        "Lists operations of resources that have ended, the latest last, out of the journal of the"
                                + " daemon.",
                        "A recurring operation has one line for as long as its result stays the same. 'remotectl op"
                                + " NUMBER' tells all about one of them.");
        return specification;
    }

    @Override
    public Outcome run(ParseResult arguments, Output output) throws CommandException {
        Optional<Instant> since = Since.read(arguments);
        int usual = since.isPresent() ? 0 : USUAL_LIMIT;
        RecordsRequest.Builder question =
                RecordsRequest.newBuilder()
                        .setOperationsOnly(true)
                        .setResource(arguments.matchedPositionalValue(0, ""))
                        .setFailed(arguments.hasMatchedOption(FAILED))
                        .setLimit(Math.max(0, arguments.matchedOptionValue(LIMIT, usual)));
        since.ifPresent(moment -> question.setSinceMs(moment.toEpochMilli()));
        try (RecordSource journal = RecordSource.open(arguments, output)) {
            List<JournalEntry> entries = journal.find(question);
            if (entries.isEmpty()) {
                output.line("The journal has no such operations.");
            } else {
                OperationTable.of(entries, output.style()).lines("").forEach(output::line);
            }
            return Outcome.of(
                    ExitStatus.OK,
                    Item.named("journal")
                            .with("operations", entries.stream().map(OperationItem::of).toList())
                            .build());
        }
    }
}
