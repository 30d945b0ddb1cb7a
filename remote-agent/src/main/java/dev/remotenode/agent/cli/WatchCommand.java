package dev.remotenode.agent.cli;

import dev.remotenode.agent.cli.history.JournalEntry;
import dev.remotenode.control.message.RecordsRequest;
import dev.remotenode.control.message.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code remotectl watch}: what happens, as it happens. */
final class WatchCommand implements Command {
    private static final String COUNT = "--count";
    private static final int LATEST = 10;

    /** To the upper left corner; and, later, to clear what is left below. */
    private static final String HOME = "\u001b[H";

    private static final String CLEAR_LINE = "\u001b[K";
    private static final String CLEAR_REST = "\u001b[J";

    @Override
    public String name() {
        return "watch";
    }

    @Override
    public CommandSpec specification() {
        CommandSpec specification =
                CommandSpec.create()
                        .addOption(
                                OptionSpec.builder("-c", COUNT)
                                        .type(Integer.class)
                                        .paramLabel("N")
                                        .description(
                                                "Look N times, then end; until interrupted if not given")
                                        .build())
                        .addOption(OwnDaemon.socketOption());
        specification
                .usageMessage()
                .description(
                        "Shows once a second how the daemon is, what runs, and the latest operations.");
        return specification;
    }

    @Override
    public Outcome run(ParseResult arguments, Output output) throws CommandException {
        int count = arguments.matchedOptionValue(COUNT, Integer.MAX_VALUE);
        try (OwnDaemon daemon = OwnDaemon.connect(arguments)) {
            Status status = daemon.status();
            for (int look = 1; look <= count; look++) {
                show(status, daemon.find(latest()), output);
                if (look < count) {
                    TimeUnit.SECONDS.sleep(1);
                    status = daemon.status();
                }
            }
            return Outcome.of(NodeState.of(status).exitStatus(), StatusItem.of(status));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException(ExitStatus.ERROR, "interrupted", e);
        }
    }

    private static RecordsRequest.Builder latest() {
        return RecordsRequest.newBuilder().setOperationsOnly(true).setLimit(LATEST);
    }

    private static void show(Status status, List<JournalEntry> latest, Output output) {
        Style style = output.style();
        List<String> lines = new ArrayList<>(new StatusText(status, style).lines());
        lines.add("");
        lines.addAll(ResourcesCommand.table(status, style).lines(""));
        lines.add("");
        lines.addAll(OperationTable.of(latest, style).lines(""));
        if (style == Style.PLAIN) {
            lines.forEach(output::line);
            output.line("");
        } else {
            output.line(
                    HOME
                            + String.join("\n", lines.stream().map(l -> l + CLEAR_LINE).toList())
                            + CLEAR_REST);
        }
    }
}
