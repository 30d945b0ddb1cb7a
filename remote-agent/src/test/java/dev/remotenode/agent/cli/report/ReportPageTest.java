package dev.remotenode.agent.cli.report;

import static dev.remotenode.agent.cli.report.Reports.failed;
import static dev.remotenode.agent.cli.report.Reports.fine;
import static dev.remotenode.agent.cli.report.Reports.timedOut;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.agent.cli.history.JournalEntry;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReportPageTest {
    private static final List<JournalEntry> ENTRIES =
            List.of(
                    fine(1, "ip", 1010, 20),
                    failed(2, "db", 1500, "disk & <full>"),
                    timedOut(3, "files", 1600, 20_000),
                    fine(4, "web", 1700, 4_000));

    @Test
    void tellsWhatFailedAndWhatWasSlow() {
        String html = html(ENTRIES);

        assertTold("<b>db</b> start: generic error (1)", html);
        assertTold("disk &amp; &lt;full&gt;", html);
        assertTold("<b>files</b> start: timed out after 20 s", html);
        assertTold("<b>web</b> start</span><span class=\"took\">4 s", html);
        assertTold("not running", html);
        assertTold("<code>PCMK_remote_port</code></td><td><code>3122</code>", html);
        assertTold("&rarr; copy that of the cluster", html);
        assertTold("<td>pacemaker</td><td>2.1.5</td>", html);
    }

    @Test
    void showsCausesAndSlowOnesInWhole() {
        assertEquals(Set.of(1L, 2L, 3L, 4L), ReportPage.shownInWhole(ENTRIES));
        assertTold("<pre>all about 2: &lt;/script&gt;", html(ENTRIES));
    }

    /** What an agent wrote may be anything; a page is opened by those who trust it. */
    @Test
    void letsNothingOfWhatItShowsBecomeAPartOfIt() {
        String html = html(List.of(failed(2, Reports.HOSTILE, 1500, Reports.HOSTILE)));

        assertFalse(html.contains(Reports.HOSTILE));
        assertEquals(2, html.split("<script", -1).length - 1);
        assertEquals(2, html.split("</script>", -1).length - 1);
        assertTold("\\u003c/script>", html);
    }

    @Test
    void letsOneScriptRunAndNothingBeLoaded() {
        String html = html(ENTRIES);

        assertTold(
                "default-src 'none'; style-src 'unsafe-inline'; script-src '"
                        + PageParts.digest(PageParts.text("page.js"))
                        + "'",
                html);
        assertFalse(html.contains("http:") || html.contains("https:"), html);
    }

    @Test
    void saysSoWhenThereWasNothing() {
        String html = html(List.of());

        assertTold("Nothing failed.", html);
        assertTold("Nothing ran.", html);
        assertFalse(html.contains(">0 more"), html);
    }

    private static String html(List<JournalEntry> entries) {
        return new ReportPage(Reports.of(entries)).html();
    }

    private static void assertTold(String text, String html) {
        assertTrue(html.contains(text), () -> "'%s' is not in:%n%s".formatted(text, html));
    }
}
