package dev.remotenode.agent.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file with a variable in each line, {@code name=value}, the value as a shell would read it. This
 * is the form of Pacemaker 3; that of 2.1 differs in that a backslash is a character like any other
 * there.
 *
 * @param variables in the order of the file; the first line that names one counts
 * @param warnings one sentence for each line that is of no use, without what it says
 */
record VariablesFile(SequencedMap<String, String> variables, List<String> warnings) {

    private static final Pattern NOTHING = Pattern.compile("[ \\t]*(#.*)?");
    private static final Pattern ASSIGNMENT =
            Pattern.compile("[ \\t]*([A-Za-z_][A-Za-z0-9_]*)=(.*)");

    /** Reads a file; one that is missing has nothing to say. */
    static VariablesFile read(Path file) {
        try {
            return parse(file, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            return new VariablesFile(new LinkedHashMap<>(), List.of());
        } catch (IOException e) {
            return new VariablesFile(
                    new LinkedHashMap<>(), List.of("Cannot read " + file + ": " + e.getMessage()));
        }
    }

    private static VariablesFile parse(Path file, String text) {
        SequencedMap<String, String> variables = new LinkedHashMap<>();
        List<String> warnings = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            try {
                take(line, variables);
            } catch (InvalidValueException e) {
                warnings.add("Ignoring line %d of %s: %s".formatted(number, file, e.getMessage()));
            }
        }
        return new VariablesFile(variables, warnings);
    }

    private static void take(String line, SequencedMap<String, String> variables)
            throws InvalidValueException {
        if (NOTHING.matcher(line).matches()) {
            return;
        }
        Matcher assignment = ASSIGNMENT.matcher(line);
        if (!assignment.matches()) {
            throw new InvalidValueException("it does not begin with the name of a variable and =");
        }
        variables.putIfAbsent(assignment.group(1), ShellWord.read(assignment.group(2)));
    }
}
