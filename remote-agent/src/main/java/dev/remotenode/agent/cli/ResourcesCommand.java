package dev.remotenode.agent.cli;

import dev.remotenode.agent.cli.document.Item;
import dev.remotenode.agent.cli.history.OperationText;
import dev.remotenode.control.message.RecurringOperation;
import dev.remotenode.control.message.Resource;
import dev.remotenode.control.message.Status;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code remotectl resources}: what the cluster has this node run. */
final class ResourcesCommand implements Command {
    @Override
    public String name() {
        return "resources";
    }

    @Override
    public CommandSpec specification() {
        CommandSpec specification = CommandSpec.create().addOption(OwnDaemon.socketOption());
        specification
                .usageMessage()
                .description(
                        "Lists the resources that the cluster has told this node about.",
                        "Active are those of which an agent has said so since the daemon started.");
        return specification;
    }

    @Override
    public Outcome run(ParseResult arguments, Output output) throws CommandException {
        try (OwnDaemon daemon = OwnDaemon.connect(arguments)) {
            Status status = daemon.status();
            if (status.getResourcesCount() == 0) {
                output.line("The cluster has not told this node about any resource.");
            } else {
                table(status, output.style()).lines("").forEach(output::line);
            }
            return Outcome.of(
                    ExitStatus.OK,
                    Item.named("node")
                            .with("name", status.getHost())
                            .with("resources", StatusItem.resources(status))
                            .build());
        }
    }

    /** A line for each. */
    static Table table(Status status, Style style) {
        Table table = new Table();
        table.row(style::strong, "RESOURCE", "AGENT", "STATE", "RECURRING");
        status.getResourcesList()
                .forEach(resource ->
                        table.row(
                                resource.getId(),
                                OperationText.agent(resource.getAgent()),
                                resource.getActive() ? "active" : "-",
                                recurring(resource)));
        return table;
    }

    private static String recurring(Resource resource) {
        return resource.getRecurringList().stream()
                .map(ResourcesCommand::recurring)
                .collect(Collectors.joining(", "));
    }

    private static String recurring(RecurringOperation operation) {
        return OperationText.action(operation.getAction(), operation.getIntervalMs());
    }
}
