package dev.remotenode.agent.cli;

import dev.remotenode.agent.cli.history.JournalEntry;
import dev.remotenode.agent.cli.history.OperationItem;
import dev.remotenode.control.message.RecordsRequest;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code remotectl op}: all about one operation. */
final class OperationCommand implements Command {
    @Override
    public String name() {
        return "op";
    }

    @Override
    public CommandSpec specification() {
        CommandSpec specification =
                CommandSpec.create()
                        .addPositional(
                                PositionalParamSpec.builder()
                                        .index("0")
                                        .arity("1")
                                        .type(Long.class)
                                        .paramLabel("NUMBER")
                                        .description("The operation, as 'remotectl ops' numbers it")
                                        .build())
                        .addOption(OwnDaemon.socketOption());
        specification
                .usageMessage()
                .description(
                        "Tells all about one operation that has ended: parameters, times, result, output, and what"
                                + " its processes were doing if it timed out. Secrets are masked.");
        return specification;
    }

    @Override
    public Outcome run(ParseResult arguments, Output output) throws CommandException {
        long number = arguments.matchedPositionalValue(0, 0L);
        if (number < 1) {
            throw nothing(number);
        }
        try (RecordSource journal = RecordSource.open(arguments, output)) {
            List<JournalEntry> entries =
                    journal.find(RecordsRequest.newBuilder().setNumber(number));
            JournalEntry entry =
                    entries.stream()
                            .filter(found -> found.record().hasOperation())
                            .findFirst()
                            .orElseThrow(() -> nothing(number));
            new OperationReport(entry, output.style()).lines().forEach(output::line);
            return Outcome.of(ExitStatus.OK, OperationItem.of(entry));
        }
    }

    private static CommandException nothing(long number) {
        return new CommandException(
                ExitStatus.NO_SUCH_OBJECT,
                "the journal has no operation %d: see 'remotectl ops'".formatted(number));
    }
}
