package dev.remotenode.bench.page;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.bench.result.Quantity;
import dev.remotenode.bench.result.Runs;
import org.junit.jupiter.api.Test;

class ResultPageTest {
    private final String html = new ResultPage(Runs.complete()).html();

    @Test
    void hasAPictureOfEverythingMeasured() {
        for (Quantity quantity : Quantity.all()) {
            assertTrue(html.contains("<h3>" + quantity.title().replace("`", "") + " <span>"), html);
        }
        assertTrue(
                html.contains(
                        "<div class=\"lane\" title=\"ours: median 1.50 ms, 1.50 to 1.50, of 1\">"),
                html);
    }

    @Test
    void marksGoals() {
        assertTrue(html.contains("title=\"goal: at most 0.50 ms\""), html);
        assertTrue(html.contains("title=\"goal: at least 2000 per second\""), html);
        assertTrue(html.contains("<td class=\"missed\">not met</td>"), html);
        assertTrue(html.contains("<td class=\"met\">met</td>"), html);
    }

    /** A page that somebody is sent must not tell anybody that it was opened. */
    @Test
    void needsNothingFromElsewhere() {
        assertFalse(html.contains("http:") || html.contains("https:"), html);
        assertFalse(html.contains("<script") || html.contains("@import"), html);
    }
}
