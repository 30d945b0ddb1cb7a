package dev.remotenode.agent.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.agent.config.EnvironmentFile.Assignment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EnvironmentFileTest {
    @TempDir private Path folder;

    /**
     * What stands between the equals sign and the end of the file, and what systemd's reader of
     * such files, {@code load_env_file} of 252 and of 257, has as the value for each of them.
     */
    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of("plain", "plain"),
                Arguments.of("", ""),
                Arguments.of("two words", "two words"),
                Arguments.of("  blanks around \t", "blanks around"),
                Arguments.of("a # b", "a # b"),
                Arguments.of("a=b", "a=b"),
                Arguments.of("'a  b'", "a  b"),
                Arguments.of("\"a  b\"", "a  b"),
                Arguments.of("' a '  ", " a "),
                Arguments.of("'a'\"b\"", "ab"),
                Arguments.of("'a' \"b\"", "ab"),
                Arguments.of("'a'b", "ab"),
                Arguments.of("a'b'", "a'b'"),
                Arguments.of("'a\\b'", "a\\b"),
                Arguments.of("a\\b", "ab"),
                Arguments.of("a\\\\b", "a\\b"),
                Arguments.of("a\\\nb", "ab"),
                Arguments.of("\"a\\\nb\"", "ab"),
                Arguments.of("'a\nb'", "a\nb"),
                Arguments.of("\"\\\"\\\\\\$\\`\"", "\"\\$`"),
                Arguments.of("\"\\a\"", "\\a"),
                Arguments.of("$HOME", "$HOME"),
                Arguments.of("'never closed", "never closed"),
                Arguments.of("a\\", "a"),
                Arguments.of("a \\ ", "a  "),
                Arguments.of("a\rB=b", "a"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void readsAValue(String text, String value) {
        assertEquals(value, parse("A=" + text).assignments().getFirst().value());
    }

    @Test
    void keepsEachLineAndItsNumber() {
        EnvironmentFile file =
                parse(
                        "# comment\n; another\n\n A=1\nB ='2\n3'\nC=4 \\\n  5\n# joins nothing\\\nD=6");

        assertEquals(
                List.of(
                        new Assignment("A", "1", 4),
                        new Assignment("B", "2\n3", 5),
                        new Assignment("C", "4   5", 7),
                        new Assignment("D", "6", 10)),
                file.assignments());
        assertEquals(List.of(), file.findings());
    }

    @Test
    void tellsOfEveryLineThatSystemdDoesNotTake() {
        EnvironmentFile file =
                parse("export A=1\n1B=2\njust words\n=3\nC=\u0007\nD=4\nand at the end");

        assertEquals(List.of(new Assignment("D", "4", 6)), file.assignments());
        assertEquals(
                List.of(
                        "f:1: problem: systemd ignores this line: it takes no 'export' before a name",
                        "f:2: problem: systemd ignores this line: '1B' is no name of a variable",
                        "f:3: problem: systemd ignores this line, as it is no assignment",
                        "f:4: problem: systemd ignores this line, as it is no assignment",
                        "f:5: problem: systemd ignores C, because of control characters in its"
                                + " value",
                        "f:7: problem: systemd ignores this line, as it is no assignment"),
                file.findings().stream().map(Finding::toString).sorted().toList());
    }

    @Test
    void tellsOfAFileThatCannotBeRead() throws IOException {
        Path absent = folder.resolve("absent");
        Path latin = Files.write(folder.resolve("latin"), new byte[] {'A', '=', (byte) 0xe9});

        assertTrue(finding(absent).endsWith("there is no such file"), finding(absent));
        assertTrue(finding(latin).endsWith("as it is not UTF-8"), finding(latin));
        assertTrue(finding(folder).contains("cannot be read"), finding(folder));
    }

    @ParameterizedTest
    @MethodSource("values")
    void writesAValueSoThatItIsReadAgain(String text, String value) {
        EnvironmentFile written = parse("A=" + EnvironmentFileText.quoted(value));

        assertEquals(List.of(new Assignment("A", value, 1)), written.assignments());
    }

    private static String finding(Path file) {
        EnvironmentFile read = EnvironmentFile.read(file);
        assertEquals(List.of(), read.assignments());
        return read.findings().getFirst().toString();
    }

    private static EnvironmentFile parse(String text) {
        return EnvironmentFile.parse("f", text);
    }
}
