package dev.remotenode.lab.history;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryPageTest {
    static HistoryPage example() {
        return new HistoryPage(
                "A guest is recovered",
                "One cluster node, one guest",
                Histories.ofARecovery(),
                List.of(new Act("The guest breaks", Duration.ofSeconds(9), Duration.ofSeconds(7))),
                "Looked at by a test");
    }

    @Test
    void drawsAResourceInTheColourOfItsNode() {
        String html = example().html();
        assertTrue(
                html.contains(
                        "<div class=\"bar n2\" style=\"left: 10.000%; width: 40.000%\""
                                + " title=\"pump: guest1 from 2.0 s to 10.0 s\">guest1</div>"),
                html);
        assertTrue(
                html.contains("<div class=\"bar n0\" style=\"left: 60.000%; width: 20.000%\""),
                html);
    }

    @Test
    void listsRecoveriesFailuresAndFencings() {
        String html = example().html();
        assertTrue(
                html.contains(
                        "<td>guest1</td><td class=\"time\">10.0 s</td><td class=\"time\">6.0 s</td>"),
                html);
        assertTrue(
                html.contains(
                        "<td>pump</td><td class=\"time\">10.0 s</td><td class=\"time\">2.0 s</td>"),
                html);
        assertTrue(html.contains("<td>Done (7)</td><td>dry &amp; &lt;empty&gt;</td>"), html);
        assertTrue(html.contains("<td>guest1</td><td>reboot</td><td>success</td>"), html);
    }

    @Test
    void saysSoWhenThereWasNothing() {
        var empty = new HistoryPage("Nothing", "", new History(List.of()), List.of(), "");
        assertTrue(empty.html().contains("None."));
    }

    /** A page that somebody is sent must not tell anybody that it was opened. */
    @Test
    void needsNothingFromElsewhere() {
        String html = example().html();
        assertFalse(html.contains("http:") || html.contains("https:"), html);
        assertFalse(html.contains("<script") || html.contains("@import"), html);
    }

    @ParameterizedTest
    @CsvSource({"0,1", "5,1", "20,5", "60,10", "61,20", "300,50", "3600,1000"})
    void labelsTheTimeInRoundSteps(int length, int step) {
        assertTrue(
                TickStep.of(Duration.ofSeconds(length)).equals(Duration.ofSeconds(step)),
                () -> TickStep.of(Duration.ofSeconds(length)).toString());
    }
}
