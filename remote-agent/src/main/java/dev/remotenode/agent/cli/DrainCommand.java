package dev.remotenode.agent.cli;

import dev.remotenode.agent.cli.document.Item;
import dev.remotenode.agent.config.TimeText;
import dev.remotenode.control.message.DrainRequest;
import dev.remotenode.control.message.Request;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code remotectl drain}: the graceful stop. */
final class DrainCommand implements Command {
    private static final String DEADLINE = "--deadline";
    private static final long LOOK_MILLIS = 200;

    @Override
    public String name() {
        return "drain";
    }

    @Override
    public CommandSpec specification() {
        CommandSpec specification =
                CommandSpec.create()
                        .addOption(
                                OptionSpec.builder("-d", DEADLINE)
                                        .type(String.class)
                                        .paramLabel("TIME")
                                        .description(
                                                "End after this time at the latest, whatever still runs here;"
                                                        + " in seconds unless a unit follows, such as min")
                                        .build())
                        .addOption(OwnDaemon.socketOption());
        specification
                .usageMessage()
                .description(
                        "Has the cluster move all resources off this node, then ends the daemon, as 'systemctl stop'"
                                + " does, and tells what is waited for meanwhile.");
        return specification;
    }

    @Override
    public Outcome run(ParseResult arguments, Output output) throws CommandException {
        DrainRequest.Builder drain = DrainRequest.newBuilder();
        String deadline = arguments.matchedOptionValue(DEADLINE, "");
        if (!deadline.isEmpty()) {
            drain.setDeadlineMs(parse(deadline).toMillis());
        }
        try (OwnDaemon daemon = OwnDaemon.connect(arguments)) {
            daemon.ask(Request.newBuilder().setDrain(drain));
            follow(daemon, output);
            output.line("The daemon has ended.");
            return Outcome.of(ExitStatus.OK, Item.named("drain").with("ended", true).build());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException(
                    ExitStatus.ERROR, "not waited for; the daemon still ends", e);
        }
    }

    private static Duration parse(String text) throws CommandException {
        Optional<Duration> time = TimeText.parse(text);
        return time.orElseThrow(() ->
                new CommandException(
                        ExitStatus.USAGE,
                        "'%s' is no time: give a number above zero, and a unit if it is not seconds"
                                .formatted(text)));
    }

    /** Until the connection ends. */
    private static void follow(OwnDaemon daemon, Output output)
            throws InterruptedException, CommandException {
        String told = "";
        while (true) {
            try {
                String now = daemon.status().getLifecycle().getText();
                if (!now.equals(told)) {
                    output.line(now);
                    told = now;
                }
            } catch (CommandException e) {
                if (e.status() == ExitStatus.DISCONNECTED) {
                    return;
                }
                throw e;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }
}
