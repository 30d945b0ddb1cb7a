package dev.remotenode.agent.cli;

import dev.remotenode.agent.cli.check.Checks;
import dev.remotenode.agent.cli.check.Observation;
import dev.remotenode.agent.cli.check.Surroundings;
import dev.remotenode.agent.cli.check.Verdict;
import dev.remotenode.agent.cli.document.Item;
import dev.remotenode.agent.config.CommandLineOptions;
import dev.remotenode.agent.config.Inspection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code remotectl check}: whether this host can be a remote node, before the cluster finds out.
 */
final class CheckCommand implements Command {
    private static final String NODE = "--node";
    private static final String KEY_DIGEST = "--key-digest";
    private static final String CONFIGURATION_FILE = "--config-file";

    @Override
    public String name() {
        return "check";
    }

    @Override
    public CommandSpec specification() {
        CommandSpec specification =
                CommandSpec.create()
                        .addOption(
                                OptionSpec.builder("-n", NODE)
                                        .type(String.class)
                                        .paramLabel("NAME")
                                        .description("The name of this node in the cluster")
                                        .build())
                        .addOption(
                                OptionSpec.builder("-d", KEY_DIGEST)
                                        .type(String.class)
                                        .paramLabel("SHA256")
                                        .description(
                                                "What sha256sum says of the key on a cluster node")
                                        .build())
                        .addOption(
                                OptionSpec.builder(CONFIGURATION_FILE)
                                        .type(List.class)
                                        .auxiliaryTypes(Path.class)
                                        .paramLabel("FILE")
                                        .description(
                                                "A file of settings instead of pacemaker and sbd in"
                                                        + " /etc/default and /etc/sysconfig; may be"
                                                        + " repeated")
                                        .build());
        specification
                .usageMessage()
                .description(
                        "Tells whether this host can be a remote node, and what to do if not.",
                        "It looks at the settings, the key, the port and the firewall, services"
                                + " that are in the way, agents, what else the daemon needs, and what failed lately; it"
                                + " changes nothing. The exit status is 1 if there is a problem.");
        return specification;
    }

    @Override
    public Outcome run(ParseResult arguments, Output output) {
        Surroundings surroundings =
                new Surroundings(
                        Path.of("/"),
                        Inspection.of(
                                CommandLineOptions.NONE,
                                arguments.matchedOptionValue(CONFIGURATION_FILE, List.of()),
                                System.getenv()),
                        Optional.ofNullable(arguments.matchedOptionValue(NODE, null)),
                        Optional.ofNullable(arguments.matchedOptionValue(KEY_DIGEST, null)));
        List<Observation> observations = new ArrayList<>(Checks.look(surroundings));
        observations.addAll(failures(arguments));
        observations.forEach(observation -> tell(observation, output));
        long problems =
                observations.stream()
                        .filter(observation -> observation.verdict() == Verdict.PROBLEM)
                        .count();
        output.line(problems == 0 ? "This host can be a remote node." : "Problems: " + problems);
        Item found =
                Item.named("check")
                        .with("problems", problems)
                        .with(
                                "observations",
                                observations.stream().map(CheckCommand::item).toList())
                        .build();
        return Outcome.of(problems == 0 ? ExitStatus.OK : ExitStatus.ERROR, found);
    }

    /** Those that a running daemon knows about, if this user may ask it. */
    private static List<Observation> failures(ParseResult arguments) {
        try (OwnDaemon daemon = OwnDaemon.connect(arguments)) {
            return RecentFailures.of(daemon).observations();
        } catch (CommandException e) {
            return List.of();
        }
    }

    private static void tell(Observation observation, Output output) {
        String label = "%-7s".formatted(observation.verdict().label());
        String coloured =
                switch (observation.verdict()) {
                    case OK -> output.style().good(label);
                    case NOTE -> output.style().doubtful(label);
                    case PROBLEM -> output.style().bad(label);
                };
        output.line("%s  %-12s  %s".formatted(coloured, observation.subject(), observation.text()));
        if (!observation.advice().isEmpty()) {
            output.line(" ".repeat(23) + "-> " + observation.advice());
        }
    }

    private static Item item(Observation observation) {
        return Item.named("observation")
                .with("verdict", observation.verdict().label())
                .with("subject", observation.subject())
                .with("text", observation.text())
                .with(
                        "advice",
                        Optional.of(observation.advice()).filter(advice -> !advice.isEmpty()))
                .build();
    }
}
