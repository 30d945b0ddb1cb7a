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
                Roff.escaped(version),
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
                        .map(name -> "\\fB" + Roff.escaped(name) + "\\fR")
                        .collect(Collectors.joining(", "));
        String parameter = option.parameter().map(name -> " \\fI" + name + "\\fR").orElse("");
        return ".TP\n%s%s\n%s.".formatted(names, parameter, Roff.escaped(option.meaning()));
    }

    private static String variable(Variable variable) {
        String name = variable.names().getFirst();
        String preset = variable.defaultText();
        return ".TP\n\\fB%s\\fR%s\n%s%s."
                .formatted(
                        Roff.escaped(name),
                        preset.isEmpty() ? "" : " (" + Roff.escaped(preset) + ")",
                        sentence(variable.meaning()),
                        origin(variable.since()));
    }

    private static String origin(String since) {
        return Character.isDigit(since.charAt(0))
                ? since.startsWith("2.1.5") ? "" : " (since Pacemaker " + Roff.escaped(since) + ")"
                : " (" + Roff.escaped(since) + ")";
    }

    private static String idleVariable(IdleVariable variable) {
        return ".TP\n\\fB%s\\fR\n%s."
                .formatted(Roff.escaped(variable.name()), sentence(variable.reason()));
    }

    private static String sentence(String phrase) {
        return Roff.escaped(Character.toUpperCase(phrase.charAt(0)) + phrase.substring(1));
    }

    private static <T> String join(List<T> declarations, Function<T, String> entry) {
        return declarations.stream().map(entry).collect(Collectors.joining("\n"));
    }
}
