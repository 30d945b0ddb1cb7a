package dev.remotenode.conformance;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.LabSettings;
import dev.remotenode.lab.StandaloneNode;
import dev.remotenode.lab.agent.ScriptAgent;
import dev.remotenode.lab.browser.Browser;
import dev.remotenode.lab.browser.Browser.Theme;
import dev.remotenode.lab.browser.Browser.Visit;
import dev.remotenode.lab.daemon.OperatorTool;
import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.journal.Weeks;
import dev.remotenode.lab.junit.BeyondReference;
import dev.remotenode.lab.wire.Requests;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The page of {@code remotectl report} in a browser, with few operations and with many: pictures of
 * it are kept as evidence.
 */
@ConformanceTest
@BeyondReference("it keeps no journal")
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReportPageIT {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int FEW = 10;
    private static final int MANY = 10_000;
    private static final int ROWS = 50;
    private static final int WIDE = 1280;
    private static final int NARROW = 420;
    private static final List<Integer> WIDTHS = List.of(WIDE, NARROW);
    private static final int HEIGHT = 2400;
    private static final String PAGE = "/run/report.html";

    /** Asks the page what a reader would find out by trying. */
    private static final String QUESTIONS =
            """
            const count = what => page.querySelectorAll(what).length;
            const search = (text, shade) => {
              const form = page.forms[0];
              form.elements.text.value = text;
              form.elements.shade.value = shade;
              form.dispatchEvent(new view.Event("input"));
            };
            const found = () => page.querySelector("output").textContent;
            const before = view.performance.now();
            const wider = page.documentElement.scrollWidth - view.innerWidth;
            const opened = view.performance.getEntriesByType("navigation")[0].domComplete;
            tell("opened-ms", Math.round(opened + view.performance.now() - before));
            tell("wider-than-window", wider);
            tell("requests", view.performance.getEntriesByType("resource").length);
            tell("lanes", count(".lane svg"));
            tell("rows", count("#operations tbody tr"));
            tell("all", found());
            page.querySelector("button[name=later]").click();
            tell("page", page.querySelector(".pages span").textContent);
            page.querySelector("th[data-key=t]").click();
            tell("slowest", page.querySelector("#operations tbody tr").cells[4].textContent);
            search("files start", "timed-out");
            tell("search", found());
            tell("search-rows", page.querySelector("#operations tbody").textContent);
            search("no such thing", "");
            tell("nothing", found());
            search("", "");
            const detail = page.querySelector("details.cause");
            tell("closed", detail.open);
            const link = page.querySelector(`#operations a[href='#${detail.id}']`);
            if (link) { link.click(); tell("revealed", detail.open); }
            for (const one of page.querySelectorAll("details")) one.open = true;
            tell("wider-with-details", page.documentElement.scrollWidth - view.innerWidth);
            """;

    private final LabSettings settings = LabSettings.fromSystemProperties();

    @Test
    void isReadableWithFewOperations(StandaloneNode node, Controller controller)
            throws IOException {
        String files = controller.register();
        for (int count = 0; count < FEW - 2; count++) {
            controller.run(files, "start", "exit 0");
        }
        controller.run(files, "monitor", "echo 'ocf-exit-reason:the <well> is dry' >&2; exit 1");
        controller.run(
                Requests.exec(
                        files,
                        "start",
                        Duration.ZERO,
                        Duration.ofSeconds(1),
                        ScriptAgent.does("sleep 60")));
        OperatorTool.runOn(node.host(), "report", "-o", PAGE).outputOrFail();
        String html = Files.readString(node.host().file(PAGE));

        assertTrue(html.contains("the &lt;well&gt; is dry"), html);
        assertTrue(html.contains("What it was doing when its time was over"), html);
        Host reader = node.lab().addHost("reader1");
        for (int width : WIDTHS) {
            Visit visit = new Browser(reader).visit(html, width, Theme.LIGHT, QUESTIONS);
            assertSound(visit);
            assertTrue(visit.fact("all").endsWith(" of " + visit.number("rows")));
        }
        keepPictures(html, "few", reader);
    }

    @Test
    void isReadableWithManyOperations(StandaloneNode node) throws IOException {
        Host host = node.host();
        Weeks.written(MANY, Duration.ofDays(20), Instant.now())
                .files()
                .forEach((name, bytes) -> host.write("/run/weeks/" + name, bytes));
        host.run(
                        Command.of(OperatorTool.onHost(), "report", "-o", PAGE)
                                .withEnvironment(
                                        Map.of(
                                                "REMOTE_NODE_STATE_DIRECTORY",
                                                "/run/weeks",
                                                "REMOTE_NODE_CONTROL_SOCKET",
                                                "/run/nobody/serves"))
                                .within(LIMIT))
                .outputOrFail();
        String html = Files.readString(host.file(PAGE));

        assertFalse(html.contains(Weeks.HOSTILE));
        Host reader = node.lab().addHost("reader2");
        for (int width : WIDTHS) {
            Visit visit = new Browser(reader).visit(html, width, Theme.LIGHT, QUESTIONS);
            assertSound(visit);
            assertAll(
                    () -> assertEquals(ROWS, visit.number("rows")),
                    () -> assertEquals("51 to 100", visit.fact("page")),
                    () -> assertEquals("20 s", visit.fact("slowest")),
                    () -> assertEquals("0 of", visit.fact("nothing").substring(0, 4)),
                    () -> assertTrue(visit.fact("search-rows").contains("timed out")),
                    () -> assertFalse(visit.fact("search-rows").contains("ok (0)")));
            System.out.printf(
                    "[report] %,d operations, %d KiB, %d pixels wide: open after %d ms%n",
                    MANY, html.length() / 1024, width, visit.number("opened-ms"));
        }
        keepPictures(html, "many", reader);
    }

    private static void assertSound(Visit visit) {
        assertAll(
                () -> assertEquals(List.of(), visit.complaints()),
                () -> assertFalse(visit.facts().containsKey("failure"), visit::toString),
                () -> assertEquals(0, visit.number("requests")),
                () -> assertEquals(0, visit.number("wider-than-window")),
                () -> assertEquals(0, visit.number("wider-with-details")),
                () -> assertTrue(visit.number("lanes") > 2, visit::toString),
                () -> assertEquals("false", visit.fact("closed")),
                () -> assertEquals("true", visit.facts().getOrDefault("revealed", "true")));
    }

    private void keepPictures(String html, String name, Host reader) throws IOException {
        Path folder = Files.createDirectories(settings.folder().resolve("pictures"));
        for (Theme theme : Theme.values()) {
            for (int width : WIDTHS) {
                Path image = folder.resolve("report-%s-%s-%d.png".formatted(name, theme, width));
                Files.deleteIfExists(image);
                BufferedImage picture =
                        new Browser(reader).picture(html, width, HEIGHT, theme, image);
                assertEquals(width, picture.getWidth());
                assertEquals(
                        theme == Theme.LIGHT ? "ffffff" : "14181f",
                        "%06x".formatted(picture.getRGB(2, 2) & 0xffffff));
            }
        }
    }
}
