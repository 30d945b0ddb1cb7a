package dev.remotenode.agent.cli;

import dev.remotenode.control.message.KeyRequest;
import dev.remotenode.control.message.Request;
import dev.remotenode.control.message.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code remotectl rotate-key}: another key, without a restart and without losing a connection. */
final class RotateKeyCommand implements Command {
    private static final String FORGET = "--forget-replaced";

    @Override
    public String name() {
        return "rotate-key";
    }

    @Override
    public CommandSpec specification() {
        CommandSpec specification =
                CommandSpec.create()
                        .addPositional(
                                PositionalParamSpec.builder()
                                        .index("0")
                                        .arity("0..1")
                                        .type(Path.class)
                                        .paramLabel("FILE")
                                        .description(
                                                "A file with the new key, to be put in the place of the old one")
                                        .build())
                        .addOption(
                                OptionSpec.builder("-F", FORGET)
                                        .type(boolean.class)
                                        .arity("0")
                                        .description(
                                                "Refuse replaced keys from now on, as after a theft")
                                        .build())
                        .addOption(OwnDaemon.socketOption());
        specification
                .usageMessage()
                .description(
                        "Puts a new key in the place of the old one, or, without FILE, has the daemon look at its key"
                                + " file now.",
                        "Who has the old key is let in for another day (REMOTE_NODE_KEY_OVERLAP).");
        return specification;
    }

    @Override
    public Outcome run(ParseResult arguments, Output output) throws CommandException {
        try (OwnDaemon daemon = OwnDaemon.connect(arguments)) {
            if (arguments.hasMatchedPositional(0)) {
                replace(daemon.status(), arguments.matchedPositionalValue(0, Path.of("")));
            }
            String done =
                    daemon.ask(
                                    Request.newBuilder()
                                            .setKey(
                                                    KeyRequest.newBuilder()
                                                            .setForgetReplaced(
                                                                    arguments.hasMatchedOption(
                                                                            FORGET))))
                            .getFirst()
                            .getDone()
                            .getMessage();
            output.line(done);
            Status after = daemon.status();
            return Outcome.of(ExitStatus.OK, StatusItem.of(after));
        }
    }

    private static void replace(Status status, Path given) throws CommandException {
        String file = status.getCredentials().getSharedKey().getFile();
        if (file.isEmpty()) {
            throw new CommandException(
                    ExitStatus.CONFIGURATION,
                    "no key is in force: copy the first one by hand, as this would not know where to");
        }
        try {
            KeyFile.replace(Path.of(file), Files.readAllBytes(given));
        } catch (IOException e) {
            throw new CommandException(
                    ExitStatus.ERROR,
                    "the key was not replaced: %s: %s"
                            .formatted(e.getClass().getSimpleName(), e.getMessage()),
                    e);
        }
    }
}
