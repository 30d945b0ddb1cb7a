package dev.remotenode.lab.audit;

import dev.remotenode.lab.audit.Event.Asked;
import dev.remotenode.lab.audit.Event.Reported;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What is to run once runs once, and nobody hears twice of one run. */
final class NothingHappensTwice implements Law {
    @Override
    public Stream<Violation> violations(History history) {
        return history.all(Asked.class)
                .flatMap(asked ->
                        Stream.concat(
                                asked.order().isOnce() ? runTwice(asked, history) : Stream.empty(),
                                reportedTwice(asked.order(), history)));
    }

    private static Stream<Violation> runTwice(Asked asked, History history) {
        List<Execution> runs = history.executions(asked.order().ticket());
        return runs.stream()
                .skip(1)
                .map(again ->
                        Violation.of(
                                Violation.Kind.RUN_TWICE,
                                "it was to run once",
                                asked,
                                runs.getFirst().begun(),
                                again.begun()));
    }

    /** Two runs without a name in their reports cannot be told apart, unless there is but one. */
    private static Stream<Violation> reportedTwice(Order order, History history) {
        Map<Object, Reported> first = new HashMap<>();
        return history.reports(order.ticket()).stream()
                .filter(report -> report.verdict() == Verdict.DONE || order.isOnce())
                .filter(report -> order.isOnce() || report.run().isPresent())
                .flatMap(report -> {
                    Object one =
                            order.isOnce()
                                    ? report.listener()
                                    : List.of(report.listener(), report.run());
                    Reported earlier = first.putIfAbsent(one, report);
                    return earlier == null
                            ? Stream.empty()
                            : Stream.of(
                                    Violation.of(
                                            Violation.Kind.REPORTED_TWICE,
                                            "it was reported before",
                                            earlier,
                                            report));
                });
    }
}
