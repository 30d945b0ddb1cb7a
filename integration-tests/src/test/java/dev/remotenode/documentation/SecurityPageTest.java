package dev.remotenode.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tests that the page on security names exist. */
class SecurityPageTest {
    private static final Path TOP = Path.of("..");
    private static final Pattern REFERENCE = Pattern.compile("`(\\w+)#(\\w+)`");

    @Test
    void namesTestsThatExist() throws IOException {
        List<Reference> references = references();
        assertFalse(references.isEmpty());
        List<Path> sources = testSources();
        assertEquals(
                List.of(), references.stream().filter(named -> !named.existsIn(sources)).toList());
    }

    private record Reference(String type, String method) {
        boolean existsIn(List<Path> sources) {
            return sources.stream()
                    .filter(source -> source.endsWith(type + ".java"))
                    .anyMatch(source -> read(source).contains(" void " + method + "("));
        }
    }

    private static List<Reference> references() {
        return REFERENCE
                .matcher(read(TOP.resolve("SECURITY.md")))
                .results()
                .map(match -> new Reference(match.group(1), match.group(2)))
                .toList();
    }

    private static List<Path> testSources() throws IOException {
        try (Stream<Path> modules = Files.list(TOP)) {
            return modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .flatMap(SecurityPageTest::files)
                    .toList();
        }
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
