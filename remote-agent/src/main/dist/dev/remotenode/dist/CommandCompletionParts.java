package dev.remotenode.dist;

import dev.remotenode.agent.cli.CommandDeclarations;
import dev.remotenode.agent.cli.CommandDeclarations.DeclaredCommand;
import dev.remotenode.agent.cli.CommandDeclarations.Word;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parts of the completion of {@code remotectl} that come from what its code declares. */
final class CommandCompletionParts {
    private static final String FILE = "FILE";
    private static final String FORMAT = "FORMAT";
    private static final List<String> ELSEWHERE = List.of(FILE, FORMAT);

    private CommandCompletionParts() {}

    static Map<String, String> all() {
        List<DeclaredCommand> commands = CommandDeclarations.commands();
        return Map.of(
                "COMMANDS",
                commands.stream().map(DeclaredCommand::name).collect(Collectors.joining(" ")),
                "OPTIONS",
                commands.stream()
                        .map(command ->
                                "        %s) options=\"%s\" ;;"
                                        .formatted(command.name(), longOptions(command)))
                        .collect(Collectors.joining("\n")),
                "FILE_OPTIONS",
                pattern(commands, FILE::equals),
                "FORMAT_OPTIONS",
                pattern(commands, FORMAT::equals),
                "OTHER_OPTIONS",
                pattern(commands, parameter -> !ELSEWHERE.contains(parameter)));
    }

    private static String longOptions(DeclaredCommand command) {
        return names(command.options().stream())
                .filter(name -> name.startsWith("--"))
                .collect(Collectors.joining(" "));
    }

    private static String pattern(List<DeclaredCommand> commands, Predicate<String> parameter) {
        return names(
                        commands.stream()
                                .flatMap(command -> command.options().stream())
                                .filter(option -> option.parameter().filter(parameter).isPresent()))
                .distinct()
                .collect(Collectors.joining(" | "));
    }

    private static Stream<String> names(Stream<Word> options) {
        return options.flatMap(option -> option.names().stream());
    }
}
