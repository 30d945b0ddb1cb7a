package dev.remotenode.lab.audit;

import dev.remotenode.lab.audit.Event.Accepted;
import dev.remotenode.lab.audit.Event.Ended;
import dev.remotenode.lab.audit.Event.Reported;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whoever is there from the end of an operation on hears of it; so does who asked for one that
 * never ran. For those who have left, and when the daemon itself has ended, nothing is promised.
 */
final class NothingIsLost implements Law {
    @Override
    public Stream<Violation> violations(History history) {
        return history.all(Accepted.class).flatMap(accepted -> unheard(accepted, history));
    }

    private static Stream<Violation> unheard(Accepted accepted, History history) {
        Optional<Event.Asked> asked = history.asked(accepted.ticket());
        if (asked.isEmpty()) {
            return Stream.empty(); // whose reply that is, is for another law
        }
        return switch (asked.get().order().kind()) {
            case ONCE -> unheardOnce(accepted, history);
            case EVERY_RUN ->
                    unheardRuns(accepted.ticket(), ends(accepted.ticket(), history), history);
            case EVERY_CHANGE ->
                    unheardRuns(
                            accepted.ticket(), changes(ends(accepted.ticket(), history)), history);
        };
    }

    private static Stream<Violation> unheardOnce(Accepted accepted, History history) {
        Set<String> heard = new HashSet<>();
        history.reports(accepted.ticket()).forEach(report -> heard.add(report.listener()));
        return listeners(accepted, history).stream()
                .filter(listener -> !heard.contains(listener))
                .map(listener -> lost(listener, accepted));
    }

    /** How long it takes is only known of what has ended by itself. */
    private static List<String> listeners(Accepted accepted, History history) {
        return ends(accepted.ticket(), history).stream()
                .reduce((_, last) -> last)
                .map(end -> history.listenersAfter(end.at()))
                .orElseGet(() -> history.listenersSince(accepted.at()));
    }

    /** A report without its run's name counts for any run that had ended by then. */
    private static Stream<Violation> unheardRuns(String ticket, List<Ended> ends, History history) {
        List<Reported> reports = history.reports(ticket);
        return ends.stream()
                .flatMap(end ->
                        history.listenersAfter(end.at()).stream()
                                .filter(listener ->
                                        reports.stream()
                                                .noneMatch(report -> covers(report, listener, end)))
                                .map(listener -> lost(listener, end)));
    }

    private static boolean covers(Reported report, String listener, Ended end) {
        return report.listener().equals(listener)
                && (report.run().map(end.run()::equals).orElse(!report.at().isBefore(end.at()))
                        // Its end came too late to count.
                        || (report.verdict() != Verdict.DONE && !report.at().isBefore(end.at())));
    }

    private static List<Ended> ends(String ticket, History history) {
        return history.executions(ticket).stream()
                .flatMap(execution -> execution.ended().stream())
                .toList();
    }

    private static List<Ended> changes(List<Ended> ends) {
        List<Ended> changes = new ArrayList<>();
        for (int i = 0; i < ends.size(); i++) {
            if (i == 0 || ends.get(i).exitCode() != ends.get(i - 1).exitCode()) {
                changes.add(ends.get(i));
            }
        }
        return changes;
    }

    private static Violation lost(String listener, Event event) {
        return Violation.of(Violation.Kind.LOST, listener + " never heard of it", event);
    }
}
