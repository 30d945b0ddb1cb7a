package dev.remotenode.dist;

import dev.remotenode.agent.cli.CommandDeclarations;
import dev.remotenode.agent.cli.CommandDeclarations.DeclaredCommand;
import dev.remotenode.agent.cli.CommandDeclarations.Word;
import dev.remotenode.agent.cli.ExitStatus;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parts of the manual of {@code remotectl} that come from what its code declares, in roff. */
final class CommandManualParts {
    private CommandManualParts() {}

    static Map<String, String> all(String version) {
        List<DeclaredCommand> commands = CommandDeclarations.commands();
        return Map.of(
                "VERSION",
                Roff.escaped(version),
                "SYNOPSIS",
                join(commands, CommandManualParts::synopsis, "\n.br\n"),
                "COMMANDS",
                join(commands, CommandManualParts::command, "\n"),
                "EXIT",
                join(List.of(ExitStatus.values()), CommandManualParts::exit, "\n"));
    }

    private static String synopsis(DeclaredCommand command) {
        return "\\fBremotectl %s\\fR [\\fIOPTION\\fR]...%s"
                .formatted(
                        Roff.escaped(command.name()),
                        join(command.operands(), CommandManualParts::operand, ""));
    }

    private static String operand(Word operand) {
        return " \\fI" + Roff.escaped(operand.parameter().orElseThrow()) + "\\fR";
    }

    private static String command(DeclaredCommand command) {
        return ".SS %s%s\n%s\n%s"
                .formatted(
                        Roff.escaped(command.name()),
                        join(command.operands(), CommandManualParts::operand, ""),
                        Roff.escaped(String.join(" ", command.meaning())),
                        join(
                                Stream.concat(
                                                command.operands().stream(),
                                                command.options().stream())
                                        .toList(),
                                CommandManualParts::word,
                                "\n"));
    }

    private static String word(Word word) {
        String names = join(word.names(), name -> "\\fB" + Roff.escaped(name) + "\\fR", ", ");
        String parameter =
                word.parameter().map(name -> "\\fI" + Roff.escaped(name) + "\\fR").orElse("");
        String separator = names.isEmpty() || parameter.isEmpty() ? "" : " ";
        return ".TP\n%s%s%s\n%s."
                .formatted(names, separator, parameter, Roff.escaped(word.meaning()));
    }

    private static String exit(ExitStatus status) {
        return ".TP\n.B %d\n%s: %s."
                .formatted(
                        status.code(),
                        Roff.escaped(status.words()),
                        Roff.escaped(status.meaning()));
    }

    private static <T> String join(List<T> things, Function<T, String> form, String separator) {
        return things.stream().map(form).collect(Collectors.joining(separator));
    }
}
