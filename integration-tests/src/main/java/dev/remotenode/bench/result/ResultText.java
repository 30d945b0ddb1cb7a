package dev.remotenode.bench.result;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A run as Markdown, for terminals and for the documentation. */
public final class ResultText {
    private ResultText() {}

    /** All tables. */
    public static String of(Run run) {
        return run.surroundings()
                + "\n"
                + GoalCount.of(run.results())
                + "\n"
                + Stream.of(Group.values())
                        .filter(group -> !run.results().quantities(group).isEmpty())
                        .map(group -> section(run.results(), group))
                        .collect(Collectors.joining());
    }

    private static String section(Results results, Group group) {
        return "\n## %s\n\n%s".formatted(group.title(), new ResultTable(results, group).markdown());
    }
}
