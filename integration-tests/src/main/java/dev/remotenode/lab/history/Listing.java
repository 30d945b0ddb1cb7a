package dev.remotenode.lab.history;

import dev.remotenode.lab.cluster.FailedOperation;
import dev.remotenode.lab.cluster.Fencing;
import java.util.List;
import java.util.function.Function;

/**
 * What the page lists below its picture.
 *
 * @param columns their titles; those of {@code times} follow
 */
record Listing(String title, List<String> columns, List<String> times, List<Entry> entries) {
    record Entry(List<String> cells, List<String> times) {}

    static List<Listing> of(History history) {
        return List.of(
                recoveries("Nodes lost and recovered", "Node", history.absences()),
                recoveries("Resources lost and recovered", "Resource", history.interruptions()),
                events(
                        "Failures",
                        List.of("Resource", "Operation", "Node", "Outcome", "Reason"),
                        history.failures(),
                        Listing::cells),
                events(
                        "Fencings",
                        List.of("Target", "Action", "Outcome"),
                        history.fencings(),
                        Listing::cells));
    }

    private static Listing recoveries(String title, String subject, List<Span<String>> gaps) {
        return new Listing(
                title,
                List.of(subject),
                List.of("lost at", "back after"),
                gaps.stream()
                        .map(gap ->
                                new Entry(
                                        List.of(gap.what()),
                                        List.of(Seconds.of(gap.from()), Seconds.of(gap.length()))))
                        .toList());
    }

    private static <T> Listing events(
            String title,
            List<String> columns,
            List<Span<T>> events,
            Function<T, List<String>> cells) {
        return new Listing(
                title,
                columns,
                List.of("seen at"),
                events.stream()
                        .map(event ->
                                new Entry(
                                        cells.apply(event.what()),
                                        List.of(Seconds.of(event.from()))))
                        .toList());
    }

    private static List<String> cells(FailedOperation failure) {
        return List.of(
                failure.resource(),
                failure.action(),
                failure.node(),
                "%s (%d)".formatted(failure.status(), failure.code()),
                failure.exitReason());
    }

    private static List<String> cells(Fencing fencing) {
        return List.of(fencing.target(), fencing.action(), fencing.outcome());
    }
}
