package dev.remotenode.lab.audit;

import dev.remotenode.lab.audit.Event.Ended;
import dev.remotenode.lab.audit.Event.Reported;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is reported as done has ended before, and with the exit code that is reported. */
final class ReportsTellTheTruth implements Law {
    @Override
    public Stream<Violation> violations(History history) {
        return history.all(Reported.class)
                .filter(report -> report.verdict() == Verdict.DONE)
                .flatMap(report -> judge(report, history));
    }

    private static Stream<Violation> judge(Reported report, History history) {
        List<Ended> before =
                candidates(report, history)
                        .flatMap(run -> run.ended().stream())
                        .filter(end -> !end.at().isAfter(report.at()))
                        .toList();
        if (before.isEmpty()) {
            return Stream.of(
                    Violation.of(
                            Violation.Kind.UNTIMELY,
                            "it had not ended when it was reported",
                            report));
        }
        Optional<Ended> fitting =
                before.stream().filter(end -> end.exitCode() == report.exitCode()).findAny();
        return fitting.isPresent()
                ? Stream.empty()
                : Stream.of(
                        Violation.of(
                                Violation.Kind.UNTRUE,
                                "it ended in another way",
                                before.getLast(),
                                report));
    }

    private static Stream<Execution> candidates(Reported report, History history) {
        return report.run()
                .map(run -> history.execution(run).stream())
                .orElseGet(() -> history.executions(report.ticket()).stream());
    }
}
