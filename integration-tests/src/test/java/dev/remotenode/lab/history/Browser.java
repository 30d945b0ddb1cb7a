package dev.remotenode.lab.history;

import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.CommandResult;
import dev.remotenode.lab.host.Host;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** Chromium on a host of the lab, from where nothing can be reached. */
record Browser(Host host) {
    /** The reader's choice. */
    enum Theme {
        LIGHT(1),
        DARK(0);

        private final int setting;

        Theme(int setting) {
            this.setting = setting;
        }
    }

    /**
     * What the page looks like.
     *
     * @param image where to keep the picture, a PNG
     */
    BufferedImage picture(String html, int width, int height, Theme theme, Path image)
            throws IOException {
        host.write("/run/page.html", html);
        CommandResult result =
                host.run(
                        Command.of(
                                List.of(
                                        "chromium-headless-shell",
                                        "--no-sandbox",
                                        "--disable-gpu",
                                        "--hide-scrollbars",
                                        "--user-data-dir=/run/browser",
                                        "--blink-settings=preferredColorScheme=" + theme.setting,
                                        "--window-size=" + width + "," + height,
                                        "--screenshot=/run/page.png",
                                        "file:///run/page.html")));
        result.outputOrFail();
        Files.copy(host.file("/run/page.png"), image);
        return ImageIO.read(image.toFile());
    }
}
