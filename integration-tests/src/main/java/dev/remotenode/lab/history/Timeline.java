package dev.remotenode.lab.history;

import dev.remotenode.lab.history.History.Stay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The picture of a history: positions are parts of its length. */
record Timeline(History history) {
    /** The page has so many colours for cluster nodes, then so many for others. */
    private static final int MEMBER_COLOURS = 2;

    private static final int REMOTE_COLOURS = 6;

    record Tick(String left, String label) {}

    record Mark(int number, String title, String left, String at, String taken) {}

    record Chart(String title, List<Row> rows) {}

    record Row(String name, List<Bar> bars) {}

    record Bar(String colour, String left, String width, String label, String hint) {}

    List<Tick> ticks() {
        long step = TickStep.of(history.length()).toSeconds();
        List<Tick> ticks = new ArrayList<>();
        for (long at = 0; at <= history.length().toSeconds(); at += step) {
            ticks.add(new Tick(percent(Duration.ofSeconds(at)), at + " s"));
        }
        return ticks;
    }

    List<Mark> marks(List<Act> acts) {
        List<Mark> marks = new ArrayList<>();
        for (Act act : acts) {
            marks.add(
                    new Mark(
                            marks.size() + 1,
                            act.title(),
                            percent(act.from()),
                            Seconds.of(act.from()),
                            Seconds.of(act.taken())));
        }
        return marks;
    }

    List<Chart> charts() {
        return List.of(
                new Chart("Resources", rows(history.stays(), Stay::resource, Stay::node)),
                new Chart("Nodes", rows(history.presences(), node -> node, node -> node)));
    }

    /**
     * A row for each subject.
     *
     * @param node whose colour a fact has
     */
    private <T> List<Row> rows(
            List<Span<T>> spans, Function<T, String> subject, Function<T, String> node) {
        return spans.stream()
                .map(span -> subject.apply(span.what()))
                .distinct()
                .sorted()
                .map(name ->
                        new Row(
                                name,
                                spans.stream()
                                        .filter(span -> subject.apply(span.what()).equals(name))
                                        .map(span -> bar(name, node.apply(span.what()), span))
                                        .toList()))
                .toList();
    }

    private Bar bar(String name, String node, Span<?> span) {
        String label = name.equals(node) ? "online" : node;
        return new Bar(
                "n" + colour(node),
                percent(span.from()),
                percent(span.length()),
                label,
                "%s: %s from %s to %s"
                        .formatted(name, label, Seconds.of(span.from()), Seconds.of(span.to())));
    }

    private int colour(String node) {
        int member = history.members().indexOf(node);
        return member >= 0
                ? member % MEMBER_COLOURS
                : MEMBER_COLOURS + history.remoteNodes().indexOf(node) % REMOTE_COLOURS;
    }

    private String percent(Duration time) {
        double whole = Math.max(1, history.length().toMillis());
        return String.format(Locale.ROOT, "%.3f", 100 * time.toMillis() / whole);
    }
}
