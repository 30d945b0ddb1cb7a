package dev.remotenode.agent.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VariablesFileTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "A=b | b",
                "A=b=c | b=c",
                "`  \tA=b` | b",
                "`A=b   ` | b",
                "A=b # comment | b",
                "A=b#no-comment | b#no-comment",
                "A= | ``",
                "A= # comment | ``",
                "A='' | ``",
                "A=\"two words\" | two words",
                "A='two words' # comment | two words",
                "A=one' and 'two\" and \"three | one and two and three",
                "A='it'\\''s' | it's",
                "A=two\\ words | two words",
                "A=C:\\dir | C:dir",
                "A='C:\\dir' | C:\\dir",
                "A=\"C:\\dir\" | C:\\dir",
                "A=\"say \\\"yes\\\" for \\$5 \\\\ \\`\" | say \"yes\" for $5 \\ `",
                "A=$HOME | $HOME",
                "_a1=b | b"
            })
    void aLineIsReadAsByAShellThatExpandsNothing(String line, String value) throws IOException {
        VariablesFile file = read(line + "\n");
        assertEquals(List.of(value), List.copyOf(file.variables().values()), line);
        assertEquals(List.of(), file.warnings());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\t", "# comment", "  # comment='"})
    void aLineMayBeEmpty(String line) throws IOException {
        assertEquals(new VariablesFile(read("").variables(), List.of()), read(line));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "A | it does not begin with the name of a variable and =",
                "export A=b | it does not begin with the name of a variable and =",
                "1A=b | it does not begin with the name of a variable and =",
                "'A'=b | it does not begin with the name of a variable and =",
                "A =b | it does not begin with the name of a variable and =",
                "A=b c | there is more than one word",
                "A= b | there is more than one word",
                "A=b B=c | there is more than one word",
                "A='b | a quotation has no end",
                "A=\"b\\\" | a quotation has no end",
                "A=b\\ | nothing follows the backslash at the end"
            })
    void aLineThatIsOfNoUseIsNamedButNotTold(String line, String reason) throws IOException {
        VariablesFile file = read("GOOD=1\n" + line + "\nBETTER=2\n");
        assertEquals(Map.of("GOOD", "1", "BETTER", "2"), file.variables());
        assertEquals(
                List.of("Ignoring line 2 of %s: %s".formatted(path(), reason)), file.warnings());
    }

    @Test
    void theLastLineNeedsNoEnd() throws IOException {
        assertEquals(Map.of("A", "b", "C", "d"), read("A=b\nC=d").variables());
    }

    @Test
    void theFirstLineCounts() throws IOException {
        assertEquals(Map.of("A", "b"), read("A=b\nA=c\n").variables());
    }

    @Test
    void aMissingFileIsNothingToSpeakOf() {
        VariablesFile file = VariablesFile.read(path());
        assertTrue(file.variables().isEmpty());
        assertEquals(List.of(), file.warnings());
    }

    @Test
    void aFileThatCannotBeReadIs() {
        VariablesFile file = VariablesFile.read(folder);
        assertTrue(file.variables().isEmpty());
        assertTrue(file.warnings().getFirst().startsWith("Cannot read " + folder));
    }

    private VariablesFile read(String text) throws IOException {
        return VariablesFile.read(Files.writeString(path(), text));
    }

    private Path path() {
        return folder.resolve("pcmk-init.env");
    }
}
