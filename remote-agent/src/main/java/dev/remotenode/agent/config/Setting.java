package dev.remotenode.agent.config;

import java.util.List;

/**
 * One environment variable that the daemon listens to.
 *
 * @param names the variable's names, in the order to look; the first that is set decides
 * @param defaultText what the setting is when none of the names is set, or when the value given
 *     cannot be used; written as one would write it in the environment
 * @param since first Pacemaker version that has it, as far as this project cares
 * @param meaning one phrase for the help text
 * @param parser reads the value; the default text must be to its liking
 */
record Setting<T>(
        List<String> names, String defaultText, String since, String meaning, Parser<T> parser) {

    /** Reads a value as it stands in the environment. */
    @FunctionalInterface
    interface Parser<T> {
        T parse(String text) throws InvalidValueException;
    }

    /** An option of Pacemaker's, under its present prefix and the one from Heartbeat's days. */
    static <T> Setting<T> ofPacemaker(
            String name, String defaultText, String since, String meaning, Parser<T> parser) {
        return new Setting<>(
                List.of("PCMK_" + name, "HA_" + name), defaultText, since, meaning, parser);
    }

    /** A variable that belongs to another program and has only this name. */
    static <T> Setting<T> ofOther(
            String name, String defaultText, String since, String meaning, Parser<T> parser) {
        return new Setting<>(List.of(name), defaultText, since, meaning, parser);
    }

    /** The name to use when talking about this setting. */
    String name() {
        return names.getFirst();
    }

    /** The value that holds when nothing usable was given. */
    T defaultValue() {
        try {
            return parser.parse(defaultText);
        } catch (InvalidValueException e) {
            throw new IllegalStateException(name() + " cannot read its own default", e);
        }
    }
}
