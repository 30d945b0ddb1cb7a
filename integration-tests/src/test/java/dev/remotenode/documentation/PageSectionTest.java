package dev.remotenode.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageSectionTest {
    private static final String PAGE =
            """
            # Page

            ## First

            ```sh
            echo 1
            ```

            ## Second

            1. Item

               ```sh
               if true; then
                   echo 2
               fi
               ```

               ```
               2
               ```
            """;

    @TempDir private Path folder;

    @Test
    void hasTheBlocksBelowItsHeading() throws IOException {
        Path page = Files.writeString(folder.resolve("page.md"), PAGE);

        assertEquals(List.of("echo 1\n"), PageSection.of(page, "First").blocks("sh"));
        assertEquals(
                List.of("if true; then\n    echo 2\nfi\n"),
                PageSection.of(page, "Second").blocks("sh"));
        assertEquals(List.of("2\n"), PageSection.of(page, "Second").blocks(""));
    }

    @Test
    void mustExist() throws IOException {
        Path page = Files.writeString(folder.resolve("page.md"), PAGE);

        assertThrows(IllegalArgumentException.class, () -> PageSection.of(page, "Third"));
    }
}
