package dev.remotenode.ocf.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Plays the transcripts: each line that starts with {@code >} is a command, the lines under it are
 * what has to happen then, all of it, in this order.
 *
 * <p>With {@code -Dtranscripts.rewrite=true} a transcript that came out otherwise is written anew:
 * read the difference before committing it.
 */
class TranscriptTest {

    private static final Path TRANSCRIPTS = Path.of("src/test/resources/transcripts");
    private static final String COMMAND = "> ";

    @TestFactory
    List<DynamicTest> everyTranscriptComesOutAsWritten() throws IOException {
        try (Stream<Path> files = Files.list(TRANSCRIPTS)) {
            List<DynamicTest> tests =
                    files.sorted()
                            .map(f -> DynamicTest.dynamicTest(f.getFileName() + "", () -> play(f)))
                            .toList();
            assertFalse(tests.isEmpty());
            return tests;
        }
    }

    private static void play(Path file) throws IOException {
        String expected = Files.readString(file);
        String actual = replay(expected.lines().toList());
        if (Boolean.getBoolean("transcripts.rewrite")) {
            Files.writeString(file, actual);
        } else {
            assertEquals(expected, actual);
        }
    }

    private static String replay(List<String> lines) {
        Stage stage = new Stage();
        StringBuilder actual = new StringBuilder();
        for (String line : lines) {
            if (line.startsWith(COMMAND)) {
                actual.append(line).append('\n');
                stage.play(line.substring(COMMAND.length()))
                        .forEach(event -> actual.append("  ").append(event).append('\n'));
            } else if (line.startsWith("#") || line.isEmpty()) {
                actual.append(line).append('\n');
            }
        }
        return actual.toString();
    }
}
