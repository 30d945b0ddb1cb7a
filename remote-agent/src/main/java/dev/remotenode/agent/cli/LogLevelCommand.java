package dev.remotenode.agent.cli;

import dev.remotenode.agent.cli.document.Item;
import dev.remotenode.control.message.LogLevelRequest;
import dev.remotenode.control.message.Request;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code remotectl log-level}: how much is logged. */
final class LogLevelCommand implements Command {
    @Override
    public String name() {
        return "log-level";
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
                                        .paramLabel("info|debug")
                                        .description(
                                                "What to log from now on, until the daemon ends")
                                        .build())
                        .addOption(OwnDaemon.socketOption());
        specification
                .usageMessage()
                .description("Tells whether the daemon logs debug messages, or changes that.");
        return specification;
    }

    @Override
    public Outcome run(ParseResult arguments, Output output) throws CommandException {
        String level = arguments.matchedPositionalValue(0, "");
        try (OwnDaemon daemon = OwnDaemon.connect(arguments)) {
            String now =
                    daemon.ask(
                                    Request.newBuilder()
                                            .setLogLevel(
                                                    LogLevelRequest.newBuilder().setLevel(level)))
                            .getFirst()
                            .getDone()
                            .getMessage();
            output.line(now);
            return Outcome.of(ExitStatus.OK, Item.named("log").with("level", now).build());
        }
    }
}
