package dev.remotenode.lab.browser;

import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.CommandResult;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.host.Script;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** Chromium on a host of the lab, from where nothing can be reached. */
public record Browser(Host host) {
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final String CONSOLE = ":CONSOLE";
    private static final Pattern FACT =
            Pattern.compile("^fact ([a-z-]+) ([^<\\n]*)", Pattern.MULTILINE);

    /** The reader's choice. */
    public enum Theme {
        LIGHT(1),
        DARK(0);

        private final int setting;

        Theme(int setting) {
            this.setting = setting;
        }
    }

    /**
     * What a page is like once it is open.
     *
     * @param complaints of the browser: errors in scripts, and what the page may not load
     * @param facts that were asked for, by name
     */
    public record Visit(List<String> complaints, Map<String, String> facts) {
        /** Copies what is given. */
        public Visit {
            complaints = List.copyOf(complaints);
            facts = Map.copyOf(facts);
        }

        /** What was told of that name; says so where nothing was. */
        public String fact(String name) {
            return facts.getOrDefault(name, "nothing was told of " + name);
        }

        /** A fact that is a number. */
        public int number(String fact) {
            return Integer.parseInt(fact(fact));
        }
    }

    /**
     * What the page looks like.
     *
     * @param image where to keep the picture, a PNG
     */
    public BufferedImage picture(String html, int width, int height, Theme theme, Path image)
            throws IOException {
        host.write("/run/page.html", html);
        run(
                theme,
                List.of(
                        "--window-size=" + width + "," + height,
                        "--screenshot=/run/page.png",
                        "file:///run/page.html"));
        Files.copy(host.file("/run/page.png"), image);
        return ImageIO.read(image.toFile());
    }

    /**
     * Opens the page in a frame, as its own policy lets no other script in, and asks it.
     *
     * @param questions statements of JavaScript: they see the page as {@code page}, its window as
     *     {@code view}, and tell facts by {@code tell(name, value)}
     */
    public Visit visit(String html, int width, Theme theme, String questions) {
        host.write("/run/page.html", html);
        host.write(
                "/run/visit.html",
                Script.beside(Browser.class, "visit.html")
                        .replace("@WIDTH@", Integer.toString(width))
                        .replace("@QUESTIONS@", questions));
        CommandResult result =
                run(
                        theme,
                        List.of(
                                "--enable-logging=stderr",
                                "--allow-file-access-from-files",
                                "--window-size=1600,1200",
                                "--dump-dom",
                                "file:///run/visit.html"));
        Map<String, String> facts = new TreeMap<>();
        FACT.matcher(result.output())
                .results()
                .forEach(fact -> facts.put(fact.group(1), fact.group(2)));
        return new Visit(
                result.errors().lines().filter(line -> line.contains(CONSOLE)).toList(), facts);
    }

    private CommandResult run(Theme theme, List<String> more) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "chromium-headless-shell",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--hide-scrollbars",
                                "--user-data-dir=/run/browser",
                                "--blink-settings=preferredColorScheme=" + theme.setting));
        command.addAll(more);
        CommandResult result = host.run(Command.of(command).within(LIMIT));
        result.outputOrFail();
        return result;
    }
}
