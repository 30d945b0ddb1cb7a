package dev.remotenode.lab.audit;

import java.util.List;
import java.util.stream.Collectors;

/** Holds a history against every law. */
public final class Audit {
    private static final int SHOWN = 20;

    private static final List<Law> LAWS =
            List.of(
                    new NothingIsLost(),
                    new NothingHappensTwice(),
                    new ReportsGoToTheirCall(),
                    new ReportsTellTheTruth(),
                    new NothingRunsUnasked(),
                    new OneAtATime(),
                    new NobodyIsLeftBehind());

    private Audit() {}

    /** Everything that is wrong. */
    public static List<Violation> of(History history) {
        return LAWS.stream().flatMap(law -> law.violations(history)).toList();
    }

    /**
     * Insists on a history without a fault, in which something has happened.
     *
     * @return how much
     * @throws AssertionError with all that is wrong
     */
    public static Tally insistOn(History history) {
        List<Violation> violations = of(history);
        if (!violations.isEmpty()) {
            throw new AssertionError(
                    violations.stream()
                            .limit(SHOWN)
                            .map(Violation::toString)
                            .collect(
                                    Collectors.joining(
                                            "\n  ", violations.size() + " violations:\n  ", "")));
        }
        Tally tally = Tally.of(history);
        if (tally.runs() == 0) {
            throw new AssertionError("nothing has run: " + tally);
        }
        return tally;
    }
}
