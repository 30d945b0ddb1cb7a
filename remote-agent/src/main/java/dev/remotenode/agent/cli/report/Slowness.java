package dev.remotenode.agent.cli.report;

import dev.remotenode.agent.cli.history.JournalEntry;
import dev.remotenode.control.journal.OperationRun;
import dev.remotenode.control.journal.Repetition;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long an action of a resource takes.
 *
 * @param runs how often it ran
 * @param totalMillis all of them together
 * @param longestMillis the longest of them
 * @param longestWaitMillis how long one of them had to wait for its turn, at most
 * @param slowest the entry with the longest
 */
record Slowness(
        long runs,
        long totalMillis,
        long longestMillis,
        long longestWaitMillis,
        JournalEntry slowest) {
    private record Sameness(String resource, String action, long interval) {}

    /** The slowest first. */
    static List<Slowness> among(List<JournalEntry> operations) {
        Map<Sameness, Slowness> all = new LinkedHashMap<>();
        operations.forEach(entry -> {
            OperationRun run = entry.record().getOperation();
            all.merge(
                    new Sameness(run.getResource(), run.getAction(), run.getIntervalMs()),
                    of(entry, run),
                    Slowness::and);
        });
        return all.values().stream()
                .sorted(Comparator.comparingLong(Slowness::longestMillis).reversed())
                .toList();
    }

    private static Slowness of(JournalEntry entry, OperationRun run) {
        Repetition repeated =
                entry.repetition()
                        .map(record -> record.getRepetition())
                        .orElse(Repetition.getDefaultInstance());
        return new Slowness(
                repeated.getCount() + 1,
                repeated.getTotalMs() + run.getRanMs(),
                Math.max(repeated.getLongestMs(), run.getRanMs()),
                Math.max(repeated.getLongestWaitMs(), run.getWaitedMs()),
                entry);
    }

    private Slowness and(Slowness other) {
        return new Slowness(
                runs + other.runs,
                totalMillis + other.totalMillis,
                Math.max(longestMillis, other.longestMillis),
                Math.max(longestWaitMillis, other.longestWaitMillis),
                longestMillis >= other.longestMillis ? slowest : other.slowest);
    }

    /** On average. */
    long meanMillis() {
        return totalMillis / runs;
    }
}
