package dev.remotenode.lab.history;

import com.samskivert.mustache.Mustache;
import dev.remotenode.lab.host.Script;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * A history as one self-contained page: who ran where, each failure, each fencing, each recovery.
 * It needs neither a network nor scripts, and follows the reader's choice of light or dark.
 *
 * @param lead a sentence below the title
 * @param footer how all this was found out
 */
public record HistoryPage(
        String title, String lead, History history, List<Act> acts, String footer) {
    public HistoryPage {
        acts = List.copyOf(acts);
    }

    /** The whole page. */
    public String html() {
        var timeline = new Timeline(history);
        var view =
                new View(
                        title,
                        lead,
                        footer,
                        figures(),
                        timeline.ticks(),
                        timeline.marks(acts),
                        timeline.charts(),
                        Listing.of(history));
        return Mustache.compiler()
                .compile(Script.beside(HistoryPage.class, "page.html"))
                .execute(view);
    }

    /** What the template asks for, by these names. */
    private record View(
            String title,
            String lead,
            String footer,
            List<Figure> figures,
            List<Timeline.Tick> ticks,
            List<Timeline.Mark> acts,
            List<Timeline.Chart> charts,
            List<Listing> listings) {}

    private record Figure(String name, String value) {}

    private List<Figure> figures() {
        return List.of(
                new Figure("Recorded", Seconds.of(history.length())),
                new Figure("Failures", count(history.failures())),
                new Figure("Fencings", count(history.fencings())),
                new Figure("Nodes lost and back", count(history.absences())),
                new Figure("Longest without a node", longest(history.absences())),
                new Figure("Longest without a resource", longest(history.interruptions())));
    }

    private static String count(List<?> spans) {
        return Integer.toString(spans.size());
    }

    private static String longest(List<Span<String>> gaps) {
        return gaps.stream()
                .map(Span::length)
                .max(Comparator.<Duration>naturalOrder())
                .map(Seconds::of)
                .orElse("–");
    }
}
