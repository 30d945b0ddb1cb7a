package dev.remotenode.agent.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A file that systemd makes a service's environment of, as its {@code EnvironmentFile=} says.
 *
 * @param assignments what systemd takes from it, in order; a later one overrides an earlier one
 * @param findings what it does not take, though somebody seems to want it
 */
record EnvironmentFile(List<Assignment> assignments, List<Finding> findings) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern CONTROL =
            Pattern.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f]", Pattern.UNICODE_CASE);

    /**
     * One variable.
     *
     * @param line number of the line on which it begins, from 1
     */
    record Assignment(String name, String value, int line) {}

    EnvironmentFile {
        assignments = List.copyOf(assignments);
        findings = List.copyOf(findings);
    }

    /** Reads a file. One that cannot be read has no assignments, and a finding that says why. */
    static EnvironmentFile read(Path path) {
        try {
            return parse(path.toString(), decoded(Files.readAllBytes(path)));
        } catch (CharacterCodingException e) {
            return unusable(path, "systemd refuses all of it, as it is not UTF-8");
        } catch (NoSuchFileException e) {
            return unusable(path, "there is no such file");
        } catch (IOException e) {
            return unusable(path, "cannot be read: " + e.getMessage());
        }
    }

    private static String decoded(byte[] content) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    }

    private static EnvironmentFile unusable(Path path, String why) {
        return new EnvironmentFile(List.of(), List.of(Finding.problem(path.toString(), why)));
    }

    /**
     * Reads text.
     *
     * @param source name of the file, for findings
     */
    static EnvironmentFile parse(String source, String text) {
        List<Assignment> usable = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        EnvironmentFileParser parser = new EnvironmentFileParser();
        for (Assignment assignment : parser.parse(text)) {
            String where = source + ":" + assignment.line();
            if (!NAME.matcher(assignment.name()).matches()) {
                findings.add(Finding.problem(where, badName(assignment.name())));
            } else if (CONTROL.matcher(assignment.value()).find()) {
                findings.add(
                        Finding.problem(
                                where,
                                "systemd ignores %s, because of control characters in its value"
                                        .formatted(assignment.name())));
            } else {
                usable.add(assignment);
            }
        }
        parser.linesWithoutAssignment()
                .forEach(line ->
                        findings.add(
                                Finding.problem(
                                        source + ":" + line,
                                        "systemd ignores this line, as it is no assignment")));
        return new EnvironmentFile(usable, findings);
    }

    private static String badName(String name) {
        return name.startsWith("export ")
                ? "systemd ignores this line: it takes no 'export' before a name"
                : "systemd ignores this line: '%s' is no name of a variable".formatted(name);
    }
}
