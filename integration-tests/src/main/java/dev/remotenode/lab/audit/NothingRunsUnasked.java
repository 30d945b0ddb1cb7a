package dev.remotenode.lab.audit;

import dev.remotenode.lab.audit.Event.Asked;
import dev.remotenode.lab.audit.Event.Begun;
import dev.remotenode.lab.audit.Event.Reported;
import java.util.Optional;
import java.util.stream.Stream;

/** Nothing begins before it was asked for, or after its end was reported for good. */
final class NothingRunsUnasked implements Law {
    @Override
    public Stream<Violation> violations(History history) {
        return history.executions().stream()
                .map(Execution::begun)
                .flatMap(begun -> judge(begun, history).stream());
    }

    private static Optional<Violation> judge(Begun begun, History history) {
        String ticket = begun.run().ticket();
        Optional<Asked> asked = history.asked(ticket);
        if (asked.filter(order -> !order.at().isAfter(begun.at())).isEmpty()) {
            return Optional.of(
                    Violation.of(Violation.Kind.UNASKED, "nobody had asked for it", begun));
        }
        return over(asked.get().order(), begun, history)
                .map(report ->
                        Violation.of(Violation.Kind.UNASKED, "it was over by then", report, begun));
    }

    private static Optional<Reported> over(Order order, Begun begun, History history) {
        return history.reports(order.ticket()).stream()
                .filter(report -> order.isOnce() || report.verdict() == Verdict.CANCELLED)
                .filter(report -> report.at().isBefore(begun.at()))
                .findFirst();
    }
}
