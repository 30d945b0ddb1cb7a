package dev.remotenode.lab.audit;

import dev.remotenode.lab.audit.Event.Reported;
import dev.remotenode.lab.audit.Event.Seen;
import java.util.Optional;
import java.util.stream.Stream;

/** When the end of a run is reported, its process is gone, and so are those of an operation. */
final class NobodyIsLeftBehind implements Law {
    @Override
    public Stream<Violation> violations(History history) {
        return history.all(Seen.class)
                .flatMap(seen ->
                        over(seen, history)
                                .map(report ->
                                        Violation.of(
                                                Violation.Kind.LEFT_BEHIND,
                                                "it outlived its report",
                                                report,
                                                seen))
                                .stream());
    }

    private static Optional<Reported> over(Seen seen, History history) {
        boolean once =
                history.asked(seen.ticket()).filter(asked -> asked.order().isOnce()).isPresent();
        return history.reports(seen.ticket()).stream()
                .filter(report -> report.at().isBefore(seen.at()))
                .filter(report ->
                        once
                                || report.verdict() == Verdict.CANCELLED
                                || report.run().filter(run -> run.pid() == seen.pid()).isPresent())
                .findFirst();
    }
}
