package dev.remotenode.lab.audit;

import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * No two runs of a resource at once, as far as their ends are known. What a daemon that was lost
 * has left running may meet what the next one runs.
 */
final class OneAtATime implements Law {
    @Override
    public Stream<Violation> violations(History history) {
        return history.executions().stream()
                .collect(groupingBy(execution -> execution.begun().resource()))
                .values()
                .stream()
                .flatMap(runs -> overlaps(runs, history));
    }

    private static Stream<Violation> overlaps(List<Execution> runs, History history) {
        return IntStream.range(1, runs.size())
                .filter(i -> overlap(runs.get(i - 1), runs.get(i), history))
                .mapToObj(i ->
                        Violation.of(
                                Violation.Kind.SIMULTANEOUS,
                                "two runs of a resource at once",
                                runs.get(i - 1).begun(),
                                runs.get(i).begun()));
    }

    private static boolean overlap(Execution earlier, Execution later, History history) {
        return earlier.ended().filter(end -> end.at().isAfter(later.begun().at())).isPresent()
                && !history.wasLostBetween(earlier.begun().at(), later.begun().at());
    }
}
