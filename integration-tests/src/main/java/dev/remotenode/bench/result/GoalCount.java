package dev.remotenode.bench.result;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How many rows have a goal that could be told, and how many of them are met. */
public record GoalCount(long met, long all) {
    /** Those of a run. */
    public static GoalCount of(Results results) {
        List<Boolean> told =
                Stream.of(Group.values())
                        .flatMap(group -> new ResultTable(results, group).rows().stream())
                        .map(ResultTable.Row::met)
                        .flatMap(Optional::stream)
                        .toList();
        return new GoalCount(told.stream().filter(met -> met).count(), told.size());
    }

    @Override
    public String toString() {
        return "%d of %d goals met".formatted(met, all);
    }
}
