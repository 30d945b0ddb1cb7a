package dev.remotenode.dist;

import dev.remotenode.agent.config.Declarations;
import dev.remotenode.agent.config.Declarations.Option;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parts of the completion of the command line that come from what the daemon declares. */
final class CompletionParts {
    private static final String FILE = "FILE";

    private CompletionParts() {}

    static Map<String, String> all() {
        return Map.of(
                "OPTIONS",
                names(_ -> true)
                        .filter(name -> name.startsWith("--"))
                        .collect(Collectors.joining(" ")),
                "FILE_OPTIONS",
                pattern(option -> option.parameter().filter(FILE::equals).isPresent()),
                "OTHER_OPTIONS",
                pattern(option ->
                        option.parameter().filter(name -> !name.equals(FILE)).isPresent()));
    }

    private static String pattern(Predicate<Option> wanted) {
        return names(wanted).collect(Collectors.joining(" | "));
    }

    private static Stream<String> names(Predicate<Option> wanted) {
        return Declarations.options().stream()
                .filter(wanted)
                .flatMap(option -> option.names().stream());
    }
}
