package dev.remotenode.lab.audit;

import dev.remotenode.lab.audit.Event.Reported;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A report has the number that its request was given, and the output of its own run. */
final class ReportsGoToTheirCall implements Law {
    @Override
    public Stream<Violation> violations(History history) {
        return history.all(Reported.class).flatMap(report -> mistakes(report, history).stream());
    }

    private static List<Violation> mistakes(Reported report, History history) {
        List<Violation> mistakes = new ArrayList<>();
        if (history.asked(report.ticket()).isEmpty()) {
            mistakes.add(wrong("nobody has asked for it", report));
        }
        report.run()
                .filter(run -> !run.ticket().equals(report.ticket()))
                .ifPresent(run -> mistakes.add(wrong("it tells of " + run, report)));
        history.accepted(report.ticket())
                .filter(accepted ->
                        report.call().filter(call -> call != accepted.call()).isPresent())
                .ifPresent(
                        accepted -> mistakes.add(wrong("the call is another", accepted, report)));
        return mistakes;
    }

    private static Violation wrong(String what, Event... evidence) {
        return Violation.of(Violation.Kind.WRONG_CALL, what, evidence);
    }
}
