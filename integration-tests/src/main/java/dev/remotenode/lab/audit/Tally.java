package dev.remotenode.lab.audit;

import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * How much a history tells of.
 *
 * @param asked operations
 * @param runs of agents
 * @param reports that were heard
 * @param longestSilence from the end of a run to its report
 */
public record Tally(long asked, long runs, long reports, Duration longestSilence) {
    /** Counts. */
    public static Tally of(History history) {
        return new Tally(
                history.all(Event.Asked.class).count(),
                history.executions().size(),
                history.all(Event.Reported.class).count(),
                history.all(Event.Reported.class)
                        // A cancelled one repeats what the last run has written.
                        .filter(report -> report.verdict() == Verdict.DONE)
                        .flatMap(report -> silence(report, history))
                        .max(Comparator.naturalOrder())
                        .orElse(Duration.ZERO));
    }

    private static Stream<Duration> silence(Event.Reported report, History history) {
        return report.run().flatMap(history::execution).flatMap(Execution::ended).stream()
                .map(end -> Duration.between(end.at(), report.at()));
    }

    @Override
    public String toString() {
        return "%d operations asked for, %d runs, %d reports, the latest %d ms after the end"
                .formatted(asked, runs, reports, longestSilence.toMillis());
    }
}
