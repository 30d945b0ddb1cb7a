package dev.remotenode.agent.cli;

import dev.remotenode.agent.cli.document.Item;
import dev.remotenode.control.message.DumpRequest;
import dev.remotenode.control.message.Request;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code remotectl dump}: what developers want to know of a daemon that does not behave. */
final class DumpCommand implements Command {
    @Override
    public String name() {
        return "dump";
    }

    @Override
    public CommandSpec specification() {
        CommandSpec specification = CommandSpec.create().addOption(OwnDaemon.socketOption());
        specification
                .usageMessage()
                .description("Shows memory and threads of the daemon, for a report of a problem.");
        return specification;
    }

    @Override
    public Outcome run(ParseResult arguments, Output output) throws CommandException {
        try (OwnDaemon daemon = OwnDaemon.connect(arguments)) {
            String text =
                    daemon.ask(Request.newBuilder().setDump(DumpRequest.getDefaultInstance()))
                            .getFirst()
                            .getDump()
                            .getText();
            text.lines().forEach(output::line);
            return Outcome.of(ExitStatus.OK, Item.named("dump").with("text", text).build());
        }
    }
}
