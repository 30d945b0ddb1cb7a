package dev.remotenode.agent.config;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What may be told to the daemon, for those who write manuals. */
public final class Declarations {
    private Declarations() {}

    /**
     * An option of the command line.
     *
     * @param names the short one first, if there is one
     * @param parameter what follows it, if something does
     * @param meaning a sentence without a full stop
     */
    public record Option(List<String> names, Optional<String> parameter, String meaning) {
        /** Copies the list. */
        public Option {
            names = List.copyOf(names);
        }
    }

    /**
     * A variable of the environment that the daemon listens to.
     *
     * @param names the first that is set counts
     * @param defaultText its value if none is set; empty for none
     * @param since the Pacemaker that has had it first, or words that say whose it is
     * @param meaning a phrase
     */
    public record Variable(List<String> names, String defaultText, String since, String meaning) {
        /** Copies the list. */
        public Variable {
            names = List.copyOf(names);
        }
    }

    /**
     * A variable that the daemon does not listen to, though Pacemaker's does.
     *
     * @param reason to stand after "as"
     */
    public record IdleVariable(String name, String reason) {}

    /** All options. */
    public static List<Option> options() {
        return CommandLineParser.specification().options().stream()
                .map(option ->
                        new Option(
                                Stream.of(option.names()).toList(),
                                option.arity().max() > 0
                                        ? Optional.of(option.paramLabel())
                                        : Optional.empty(),
                                String.join(" ", option.description())))
                .toList();
    }

    /** All variables that have an effect. */
    public static List<Variable> variables() {
        return Settings.ALL.stream()
                .map(setting ->
                        new Variable(
                                setting.names(),
                                setting.defaultText(),
                                setting.since(),
                                setting.meaning()))
                .toList();
    }

    /** All variables that have none. */
    public static List<IdleVariable> idleVariables() {
        return WithoutEffect.ALL.stream()
                .map(variable -> new IdleVariable(variable.name(), variable.reason()))
                .toList();
    }
}
