package dev.remotenode.agent.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads settings from an environment and keeps a sentence about each value it cannot use. */
final class SettingsReader {
    private final Map<String, String> environment;
    private final List<String> warnings = new ArrayList<>();

    SettingsReader(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** The value in the environment, or the setting's default if there is none or it is wrong. */
    <T> T read(Setting<T> setting) {
        return variable(setting).map(name -> parse(setting, name)).orElseGet(setting::defaultValue);
    }

    /** The text in the environment, whatever it is worth. */
    Optional<String> textOf(Setting<?> setting) {
        return variable(setting).map(environment::get);
    }

    /** Which of the setting's names decides, if any is set. */
    Optional<String> variable(Setting<?> setting) {
        return setting.names().stream().filter(environment::containsKey).findFirst();
    }

    /** Keeps a sentence about something that several settings together have come to. */
    void warn(String sentence) {
        warnings.add(sentence);
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    private <T> T parse(Setting<T> setting, String name) {
        String text = environment.getOrDefault(name, "");
        try {
            return setting.parser().parse(text);
        } catch (InvalidValueException expected) {
            String used = setting.defaultText().isEmpty() ? "nothing" : setting.defaultText();
            warnings.add(
                    "%s has the value '%s', which is not %s: using %s instead"
                            .formatted(name, text, expected.getMessage(), used));
            return setting.defaultValue();
        }
    }
}
