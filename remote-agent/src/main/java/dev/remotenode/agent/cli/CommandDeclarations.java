package dev.remotenode.agent.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** What may be asked of {@code remotectl}, for those who write manuals. */
public final class CommandDeclarations {
    private CommandDeclarations() {}

    /**
     * A command.
     *
     * @param operands what follows its options, in this order
     * @param meaning sentences
     */
    public record DeclaredCommand(
            String name, List<Word> operands, List<Word> options, List<String> meaning) {
        /** Copies the lists. */
        public DeclaredCommand {
            operands = List.copyOf(operands);
            options = List.copyOf(options);
            meaning = List.copyOf(meaning);
        }
    }

    /**
     * An option or operand.
     *
     * @param names of an option, the short one first
     * @param parameter what follows an option, if something does; what stands for an operand
     * @param meaning a sentence without a full stop
     */
    public record Word(List<String> names, Optional<String> parameter, String meaning) {
        /** Copies the list. */
        public Word {
            names = List.copyOf(names);
        }
    }

    /** All commands, in the order of the help text. */
    public static List<DeclaredCommand> commands() {
        return CommandLines.parser().getSubcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .map(CommandDeclarations::declared)
                .toList();
    }

    private static DeclaredCommand declared(CommandSpec command) {
        return new DeclaredCommand(
                command.name(),
                command.positionalParameters().stream()
                        .map(operand ->
                                new Word(
                                        List.of(),
                                        Optional.of(operand.paramLabel()),
                                        meaning(operand)))
                        .toList(),
                command.options().stream()
                        .map(option ->
                                new Word(
                                        Stream.of(option.names()).toList(),
                                        option.arity().max() > 0
                                                ? Optional.of(option.paramLabel())
                                                : Optional.empty(),
                                        meaning(option)))
                        .toList(),
                List.of(command.usageMessage().description()));
    }

    private static String meaning(ArgSpec argument) {
        return String.join(" ", argument.description());
    }
}
