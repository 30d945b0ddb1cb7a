package dev.remotenode.agent.cli;

import dev.remotenode.lrmd.client.ClientLoop;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code remotectl exec}: an action of a resource agent, as a cluster node would have it run. */
final class ExecCommand implements Command {
    private static final String ACTION_TIMEOUT = "--action-timeout";
    private static final String USUAL_ACTION_TIMEOUT = "20s";

    @Override
    public String name() {
        return "exec";
    }

    @Override
    public CommandSpec specification() {
        CommandSpec specification =
                CommandSpec.create()
                        .addPositional(DaemonOptions.hostOperand())
                        .addPositional(
                                operand(
                                        "1",
                                        "CLASS[:PROVIDER]:TYPE",
                                        "The agent, such as ocf:heartbeat:Dummy or systemd:nginx"))
                        .addPositional(operand("2", "ACTION", "What it is to do, such as monitor"))
                        .addPositional(
                                PositionalParamSpec.builder()
                                        .index("3..*")
                                        .arity("0..*")
                                        .type(List.class)
                                        .auxiliaryTypes(String.class)
                                        .paramLabel("NAME=VALUE")
                                        .description("Parameters of the resource")
                                        .build())
                        .addOption(DaemonOptions.keyOption())
                        .addOption(DaemonOptions.timeoutOption())
                        .addOption(
                                OptionSpec.builder("-T", ACTION_TIMEOUT)
                                        .type(String.class)
                                        .paramLabel("TIME")
                                        .description(
                                                "When the daemon is to end the action; 20 s if not"
                                                        + " given")
                                        .build())
                        .addOption(
                                DaemonOptions.forceOption(
                                        "Do it in any case, though a connected cluster node would"
                                                + " drop the node, and may start its resources"
                                                + " elsewhere"));
        specification
                .usageMessage()
                .description(
                        "Has a daemon run an action of a resource agent, as a cluster node would.",
                        "The agent's output and what came of it are shown when it has ended. The"
                                + " exit status is the agent's, or 124 if it took too long. This"
                                + " is refused while a cluster node is connected, or may be.");
        return specification;
    }

    private static PositionalParamSpec operand(String index, String label, String meaning) {
        return PositionalParamSpec.builder()
                .index(index)
                .arity("1")
                .required(true)
                .type(String.class)
                .paramLabel(label)
                .description(meaning)
                .build();
    }

    @Override
    public Outcome run(ParseResult arguments, Output output) throws CommandException {
        Action action =
                new Action(
                        AgentName.parse(arguments.matchedPositionalValue(1, "")),
                        arguments.matchedPositionalValue(2, ""),
                        parameters(arguments.matchedPositionalValue(3, List.of())),
                        DaemonOptions.time(
                                arguments.matchedOptionValue(
                                        ACTION_TIMEOUT, USUAL_ACTION_TIMEOUT)));
        DaemonOptions options = DaemonOptions.read(arguments);
        if (!options.joining().allowed()) {
            throw new CommandException(
                    ExitStatus.UNSAFE,
                    "nothing was run: %s. --force does it in any case."
                            .formatted(options.joining().reason()));
        }
        try (ClientLoop loop = new ClientLoop()) {
            return new Execution(options, action, output).run(loop);
        }
    }

    private static SequencedMap<String, String> parameters(List<String> texts)
            throws CommandException {
        SequencedMap<String, String> parameters = new LinkedHashMap<>();
        for (String text : texts) {
            int separator = text.indexOf('=');
            if (separator < 1) {
                throw new CommandException(
                        ExitStatus.USAGE, "'" + text + "' is no parameter: give NAME=VALUE");
            }
            parameters.put(text.substring(0, separator), text.substring(separator + 1));
        }
        return parameters;
    }
}
