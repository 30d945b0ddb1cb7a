package dev.remotenode.agent.cli.report;

import dev.remotenode.agent.cli.history.JournalEntry;
import dev.remotenode.agent.journal.OperationOutcome;
import dev.remotenode.control.journal.OperationRun;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A reason for failures: the same resource, action, result and words.
 *
 * @param times it has happened
 * @param latest of them
 */
record Cause(long times, JournalEntry first, JournalEntry latest) {
    private record Sameness(
            String resource,
            String action,
            long interval,
            int exitCode,
            int status,
            String reason) {
        static Sameness of(OperationRun run) {
            return new Sameness(
                    run.getResource(),
                    run.getAction(),
                    run.getIntervalMs(),
                    run.getExitCode(),
                    run.getStatus(),
                    run.getReason());
        }
    }

    /** The latest cause first. */
    static List<Cause> among(List<JournalEntry> operations) {
        Map<Sameness, Cause> causes = new LinkedHashMap<>();
        operations.stream()
                .filter(entry -> OperationOutcome.of(entry.record().getOperation()).isBad())
                .forEach(entry ->
                        causes.merge(
                                Sameness.of(entry.record().getOperation()),
                                new Cause(entry.repetitions() + 1, entry, entry),
                                (before, now) ->
                                        new Cause(
                                                before.times + now.times,
                                                before.first,
                                                now.latest)));
        return causes.values().stream()
                .sorted(
                        Comparator.comparingLong((Cause cause) -> cause.latest.lastMillis())
                                .reversed())
                .toList();
    }
}
