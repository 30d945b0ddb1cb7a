package dev.remotenode.lab.history;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.LabSettings;
import dev.remotenode.lab.browser.Browser;
import dev.remotenode.lab.browser.Browser.Theme;
import dev.remotenode.lab.host.Lab;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page in a browser: pictures of it are kept as evidence. */
class HistoryPageIT {
    private static final int HEIGHT = 1400;

    /** Nothing but paper is there, unless the page is too wide for its window. */
    private static final int MARGIN = 5;

    private final LabSettings settings = LabSettings.fromSystemProperties();

    @ParameterizedTest
    @CsvSource({
        "LIGHT, 1280, ffffff, 5b6b82, 0072b2",
        "LIGHT, 420, ffffff, 5b6b82, 0072b2",
        "DARK, 1280, 14181f, 60708a, 2f7fc1",
        "DARK, 420, 14181f, 60708a, 2f7fc1",
    })
    void isReadable(
            Theme theme, int width, String paper, String member, String guest, @TempDir Path folder)
            throws IOException {
        BufferedImage page = picture(theme, width, folder);
        assertEquals(width, page.getWidth());
        assertAll(
                () -> assertTrue(isAll(page, width - MARGIN, paper), "wider than its window"),
                () -> assertTrue(has(page, member), "no bar of the cluster node"),
                () -> assertTrue(has(page, guest), "no bar of the guest"));
    }

    private BufferedImage picture(Theme theme, int width, Path folder) throws IOException {
        Path image =
                Files.createDirectories(settings.folder().resolve("pictures"))
                        .resolve("history-%s-%d.png".formatted(theme, width));
        Files.deleteIfExists(image);
        try (Lab lab = Lab.open(folder, settings.program().folder())) {
            return new Browser(lab.addHost("reader"))
                    .picture(HistoryPageTest.example().html(), width, HEIGHT, theme, image);
        }
    }

    private static boolean isAll(BufferedImage image, int column, String colour) {
        return IntStream.range(0, image.getHeight())
                .allMatch(row -> colour(image, column, row).equals(colour));
    }

    private static boolean has(BufferedImage image, String colour) {
        return IntStream.range(0, image.getWidth() * image.getHeight())
                .anyMatch(i ->
                        colour(image, i % image.getWidth(), i / image.getWidth()).equals(colour));
    }

    private static String colour(BufferedImage image, int x, int y) {
        return "%06x".formatted(image.getRGB(x, y) & 0xffffff);
    }
}
