package dev.remotenode.dist;

import dev.remotenode.agent.config.Declarations;
import dev.remotenode.agent.config.Declarations.IdleVariable;
import dev.remotenode.agent.config.Declarations.Option;
import dev.remotenode.agent.config.Declarations.Variable;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The parts of the manual that come from what the daemon's code declares, in roff. */
final class ManualParts {
    private ManualParts() {}

    static Map<String, String> all(String version) {
        return Map.of(
                "VERSION",
                escaped(version),
                "OPTIONS",
                join(Declarations.options(), ManualParts::option),
                "SETTINGS",
                join(Declarations.variables(), ManualParts::variable),
                "IDLE",
                join(Declarations.idleVariables(), ManualParts::idleVariable));
    }

    private static String option(Option option) {
        String names =
                option.names().stream()
                        .map(name -> "\\fB" + escaped(name) + "\\fR")
                        .collect(Collectors.joining(", "));
        String parameter = option.parameter().map(name -> " \\fI" + name + "\\fR").orElse("");
        return ".TP\n%s%s\n%s.".formatted(names, parameter, escaped(option.meaning()));
    }

    private static String variable(Variable variable) {
        String name = variable.names().getFirst();
        String preset = variable.defaultText();
        return ".TP\n\\fB%s\\fR%s\n%s%s."
                .formatted(
                        escaped(name),
                        preset.isEmpty() ? "" : " (" + escaped(preset) + ")",
                        sentence(variable.meaning()),
                        origin(variable.since()));
    }

    private static String origin(String since) {
        return Character.isDigit(since.charAt(0))
                ? since.startsWith("2.1.5") ? "" : " (since Pacemaker " + escaped(since) + ")"
                : " (" + escaped(since) + ")";
    }

    private static String idleVariable(IdleVariable variable) {
        return ".TP\n\\fB%s\\fR\n%s."
                .formatted(escaped(variable.name()), sentence(variable.reason()));
    }

    private static String sentence(String phrase) {
        return escaped(Character.toUpperCase(phrase.charAt(0)) + phrase.substring(1));
    }

    /** A backslash, a hyphen that is to be copied, a quote or a dot at the start mean something. */
    private static String escaped(String text) {
        String plain = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq");
        return plain.startsWith(".") ? "\\&" + plain : plain;
    }

    private static <T> String join(List<T> declarations, Function<T, String> entry) {
        return declarations.stream().map(entry).collect(Collectors.joining("\n"));
    }
}
