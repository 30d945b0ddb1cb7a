package dev.remotenode.agent.cli;

import dev.remotenode.agent.config.TimeText;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * Which daemon to talk to, and how; what the commands that do so have in common.
 *
 * @param target as it was given
 * @param address what it stands for
 * @param identity what to present there
 * @param timeout how long to wait for each answer
 * @param joining whether to become a client there
 */
record DaemonOptions(
        Target target,
        InetSocketAddress address,
        NodeIdentity identity,
        Duration timeout,
        Joining joining) {
    private static final String KEY = "--key";
    private static final String TIMEOUT = "--timeout";
    private static final String FORCE = "--force";

    /** As long as Pacemaker's own client waits for a reply. */
    private static final String USUAL_TIMEOUT = "10s";

    static PositionalParamSpec hostOperand() {
        return PositionalParamSpec.builder()
                .index("0")
                .arity("1")
                .required(true)
                .type(String.class)
                .paramLabel("HOST[:PORT]")
                .description(
                        "The daemon's host, by name or address. The port is PCMK_remote_port of"
                                + " this host's settings, or 3121")
                .build();
    }

    static OptionSpec keyOption() {
        return OptionSpec.builder("-k", KEY)
                .type(Path.class)
                .paramLabel("FILE")
                .description(
                        "The key of the cluster, if it is not where the settings of this host say")
                .build();
    }

    static OptionSpec timeoutOption() {
        return OptionSpec.builder("-t", TIMEOUT)
                .type(String.class)
                .paramLabel("TIME")
                .description(
                        "How long to wait for each answer, in seconds unless a unit follows, such"
                                + " as ms or min; 10 if not given")
                .build();
    }

    static OptionSpec forceOption(String meaning) {
        return OptionSpec.builder("-f", FORCE)
                .type(boolean.class)
                .arity("0")
                .description(meaning)
                .build();
    }

    /**
     * Reads what was given, and the key.
     *
     * @throws CommandException if something is of no use
     */
    static DaemonOptions read(ParseResult arguments) throws CommandException {
        Target target =
                Target.parse(
                        arguments.matchedPositionalValue(0, ""),
                        NodeIdentity.configuration().port());
        Duration timeout = time(arguments.matchedOptionValue(TIMEOUT, USUAL_TIMEOUT));
        Optional<Path> keyFile = Optional.ofNullable(arguments.matchedOptionValue(KEY, null));
        NodeIdentity identity = NodeIdentity.read(keyFile);
        InetSocketAddress address = target.address();
        Joining joining =
                Joining.decide(target, address.getAddress(), arguments.hasMatchedOption(FORCE));
        return new DaemonOptions(target, address, identity, timeout, joining);
    }

    /**
     * Reads a time.
     *
     * @throws CommandException if it is none
     */
    static Duration time(String text) throws CommandException {
        return TimeText.parse(text)
                .orElseThrow(() ->
                        new CommandException(
                                ExitStatus.USAGE,
                                "'%s' is no time: give a number above zero, and a unit if it is not"
                                                .formatted(text)
                                        + " seconds (ms, min, h)"));
    }
}
