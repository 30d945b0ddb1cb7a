package dev.remotenode.agent.cli;

import dev.remotenode.control.message.Status;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code remotectl status}: how the daemon is, and whether the cluster has this node. */
final class StatusCommand implements Command {
    @Override
    public String name() {
        return "status";
    }

    @Override
    public CommandSpec specification() {
        CommandSpec specification = CommandSpec.create().addOption(OwnDaemon.socketOption());
        specification
                .usageMessage()
                .description(
                        "Tells how the daemon of this host is: who is connected, since when, what runs, and what failed.",
                        "The exit status is 0 if a cluster node manages this node, 102 if none does,"
                                + " and 7 if the daemon does not run.");
        return specification;
    }

    @Override
    public Outcome run(ParseResult arguments, Output output) throws CommandException {
        try (OwnDaemon daemon = OwnDaemon.connect(arguments)) {
            Status status = daemon.status();
            new StatusText(status, output.style()).lines().forEach(output::line);
            RecentFailures failures = RecentFailures.of(daemon);
            failures.lines(output.style()).forEach(output::line);
            return Outcome.of(NodeState.of(status).exitStatus(), StatusItem.of(status, failures));
        }
    }
}
