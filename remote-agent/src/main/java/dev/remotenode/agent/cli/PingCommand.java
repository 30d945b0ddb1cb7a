package dev.remotenode.agent.cli;

import dev.remotenode.lrmd.client.ClientLoop;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code remotectl ping}: whether a daemon is there and would let a cluster node in. */
final class PingCommand implements Command {
    private static final String COUNT = "--count";

    @Override
    public String name() {
        return "ping";
    }

    @Override
    public CommandSpec specification() {
        CommandSpec specification =
                CommandSpec.create()
                        .addPositional(DaemonOptions.hostOperand())
                        .addOption(DaemonOptions.keyOption())
                        .addOption(DaemonOptions.timeoutOption())
                        .addOption(
                                OptionSpec.builder("-c", COUNT)
                                        .type(Integer.class)
                                        .paramLabel("N")
                                        .description(
                                                "How often to ask for a sign of life; 3 if not"
                                                        + " given")
                                        .build())
                        .addOption(
                                DaemonOptions.forceOption(
                                        "Sign on in any case, though a connected cluster node"
                                                + " would drop the node"));
        specification
                .usageMessage()
                .description(
                        "Tells whether a daemon is there, has the same key, and how soon it"
                                + " answers.",
                        "While a cluster node is connected, or may be, the handshake is broken off"
                                + " before the daemon takes this for another cluster node: nobody"
                                + " but its log notices.");
        return specification;
    }

    @Override
    public Outcome run(ParseResult arguments, Output output) throws CommandException {
        DaemonOptions options = DaemonOptions.read(arguments);
        int count = arguments.matchedOptionValue(COUNT, 3);
        if (count < 1) {
            throw new CommandException(ExitStatus.USAGE, COUNT + " is 1 or more");
        }
        try (ClientLoop loop = new ClientLoop()) {
            return new Ping(options, loop, output).run(count);
        }
    }
}
