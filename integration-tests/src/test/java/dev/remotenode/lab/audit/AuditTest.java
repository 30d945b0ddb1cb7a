package dev.remotenode.lab.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.audit.Order.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Histories made by hand: a good one is let pass, and each way to be bad is found. */
class AuditTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final String NODE = "node1";
    private static final String OTHER = "node2";
    private static final Run FIRST = new Run("t1", 100, 1);
    private static final Run SECOND = new Run("t1", 101, 2);

    private final List<Event> seen = new ArrayList<>();

    @Test
    void nothingIsWrongWithAGoodHistory() {
        good();

        assertEquals(List.of(), Audit.of(new History(seen)));
        assertEquals(new Tally(1, 1, 1, Duration.ofSeconds(1)), Audit.insistOn(new History(seen)));
    }

    @Test
    void eventsMayComeInAnyOrder() {
        good();

        assertEquals(List.of(), Audit.of(new History(seen.reversed())));
    }

    @Test
    void anEmptyHistoryShowsNothing() {
        assertThrows(AssertionError.class, () -> Audit.insistOn(new History(seen)));
    }

    @Test
    void sayingWhatIsWrongShowsTheEvidence() {
        good();
        removeIf(event -> event instanceof Event.Reported);

        AssertionError error =
                assertThrows(AssertionError.class, () -> Audit.insistOn(new History(seen)));

        assertTrue(error.toString().contains("LOST: node1 never heard of it"), error::toString);
    }

    @Test
    void aReportThatNeverCameIsLost() {
        good();
        removeIf(event -> event instanceof Event.Reported);

        assertViolates(Violation.Kind.LOST);
    }

    @Test
    void anOperationThatNeitherRanNorWasReportedIsLost() {
        joined(0, NODE);
        asked(1, "t1", Kind.ONCE);
        accepted(2, "t1", 7);

        assertViolates(Violation.Kind.LOST);
    }

    @Test
    void everybodyHasToHear() {
        good();
        joined(3, OTHER);

        assertViolates(Violation.Kind.LOST);
    }

    @Test
    void whoeverComesAfterTheEndNeedNotHear() {
        good();
        joined(10, OTHER);

        assertViolatesNothing();
    }

    @Test
    void whoeverHasLeftHearsNothing() {
        good();
        removeIf(event -> event instanceof Event.Reported);
        seen.add(new Event.Left(at(4), NODE));

        assertViolatesNothing();
    }

    @Test
    void whoeverLeavesLongAfterTheEndHasToHaveHeard() {
        good();
        removeIf(event -> event instanceof Event.Reported);
        seen.add(new Event.Left(at(20), NODE));

        assertViolates(Violation.Kind.LOST);
    }

    @Test
    void whoeverComesBackHasToHearAgain() {
        seen.add(new Event.Joined(at(-2), NODE));
        seen.add(new Event.Left(at(-1), NODE));
        good();

        assertViolatesNothing();

        removeIf(event -> event instanceof Event.Reported);

        assertViolates(Violation.Kind.LOST);
    }

    @Test
    void aDaemonThatIsLostForgets() {
        good();
        removeIf(event -> event instanceof Event.Reported);
        seen.add(new Event.DaemonLost(at(6)));

        assertViolatesNothing();
    }

    @Test
    void aDaemonThatWasLostBeforeIsNoExcuse() {
        good();
        removeIf(event -> event instanceof Event.Reported);
        seen.add(new Event.DaemonLost(at(1)));

        assertViolates(Violation.Kind.LOST);
    }

    @Test
    void aRequestThatNobodyAcceptedIsNotLost() {
        joined(0, NODE);
        asked(1, "t1", Kind.ONCE);

        assertViolatesNothing();
    }

    @Test
    void eachRunOfARecurringOperationIsReported() {
        recurring(Kind.EVERY_RUN);
        reported(5, "t1", Verdict.DONE, 0, Optional.of(FIRST));

        assertViolates(Violation.Kind.LOST);

        reported(9, "t1", Verdict.DONE, 0, Optional.of(SECOND));

        assertViolatesNothing();
    }

    @Test
    void aRunThatIsCancelledAtItsEndIsNotLost() {
        recurring(Kind.EVERY_RUN);
        reported(5, "t1", Verdict.DONE, 0, Optional.of(FIRST));
        reported(9, "t1", Verdict.CANCELLED, 0, Optional.empty());

        assertViolatesNothing();
    }

    @Test
    void theSameAgainNeedNotBeReportedIfChangesAreWanted() {
        recurring(Kind.EVERY_CHANGE);
        reported(5, "t1", Verdict.DONE, 0, Optional.of(FIRST));

        assertViolatesNothing();
    }

    @Test
    void aChangeHasToBe() {
        recurring(Kind.EVERY_CHANGE);
        reported(5, "t1", Verdict.DONE, 0, Optional.of(FIRST));
        Run third = new Run("t1", 103, 3);
        begun(10, third);
        ended(11, third, 7);

        assertViolates(Violation.Kind.LOST);
    }

    @Test
    void whatIsToRunOnceMustNotRunTwice() {
        good();
        begun(5, SECOND);
        ended(5, SECOND, 0);
        removeIf(event -> event instanceof Event.Reported);
        reported(6, "t1", Verdict.DONE, 0, Optional.of(FIRST));

        assertViolates(Violation.Kind.RUN_TWICE);
    }

    @Test
    void whatEndsOnceMustNotBeReportedTwice() {
        good();
        reported(7, "t1", Verdict.DONE, 0, Optional.of(FIRST));

        assertViolates(Violation.Kind.REPORTED_TWICE);
    }

    @Test
    void aRunMustNotBeReportedTwice() {
        recurring(Kind.EVERY_RUN);
        reported(5, "t1", Verdict.DONE, 0, Optional.of(FIRST));
        reported(9, "t1", Verdict.DONE, 0, Optional.of(SECOND));
        reported(9, "t1", Verdict.DONE, 0, Optional.of(FIRST));

        assertViolates(Violation.Kind.REPORTED_TWICE);
    }

    @Test
    void aReportWithAnotherNumberIsAnothers() {
        good();
        removeIf(event -> event instanceof Event.Accepted);
        accepted(2, "t1", 8);

        assertViolates(Violation.Kind.WRONG_CALL);
    }

    @Test
    void aReportWithTheOutputOfAnotherRunIsWrong() {
        good();
        Run another = new Run("t2", 200, 3);
        asked(1, "t2", Kind.ONCE);
        seen.add(new Event.Begun(at(1), another, "elsewhere"));
        ended(2, another, 0);
        removeIf(event -> event instanceof Event.Reported);
        reported(6, "t1", Verdict.DONE, 0, Optional.of(another));

        assertViolates(Violation.Kind.WRONG_CALL);
    }

    @Test
    void aReportThatNobodyAskedForIsWrong() {
        good();
        reported(6, "t9", Verdict.FAILED, 1, Optional.empty());

        assertViolates(Violation.Kind.WRONG_CALL);
    }

    @Test
    void whatIsReportedMustHaveEnded() {
        good();
        removeIf(event -> event instanceof Event.Reported);
        reported(4, "t1", Verdict.DONE, 0, Optional.of(FIRST));

        assertViolates(Violation.Kind.UNTIMELY);
    }

    @Test
    void whatIsReportedAsDoneMustHaveRun() {
        joined(0, NODE);
        asked(1, "t1", Kind.ONCE);
        accepted(2, "t1", 7);
        reported(6, "t1", Verdict.DONE, 0, Optional.empty());

        assertViolates(Violation.Kind.UNTIMELY);
    }

    @Test
    void whatCouldNotRunMayBeReportedAsThat() {
        joined(0, NODE);
        asked(1, "t1", Kind.ONCE);
        accepted(2, "t1", 7);
        reported(6, "t1", Verdict.FAILED, 1, Optional.empty());

        assertViolatesNothing();
    }

    @Test
    void theExitCodeMustBeThatOfTheRun() {
        good();
        removeIf(event -> event instanceof Event.Reported);
        reported(6, "t1", Verdict.DONE, 7, Optional.of(FIRST));

        assertViolates(Violation.Kind.UNTRUE);
    }

    @Test
    void aReportThatDoesNotNameItsRunIsHeldAgainstAllOfThem() {
        good();
        removeIf(event -> event instanceof Event.Reported);
        reported(6, "t1", Verdict.DONE, 7, Optional.empty());

        assertViolates(Violation.Kind.UNTRUE);
    }

    @Test
    void nothingMayRunThatNobodyAskedFor() {
        good();
        Run stray = new Run("t9", 300, 4);
        seen.add(new Event.Begun(at(3), stray, "stray"));

        assertViolates(Violation.Kind.UNASKED);
    }

    @Test
    void nothingMayRunBeforeItIsAskedFor() {
        good();
        removeIf(event -> event instanceof Event.Asked);
        asked(4, "t1", Kind.ONCE);

        assertViolates(Violation.Kind.UNASKED);
    }

    @Test
    void whatIsCancelledMustNotRunAnyMore() {
        recurring(Kind.EVERY_RUN);
        reported(5, "t1", Verdict.CANCELLED, 0, Optional.empty());
        removeIf(event -> event instanceof Event.Ended end && end.run().equals(SECOND));

        assertViolates(Violation.Kind.UNASKED);
    }

    @Test
    void twoRunsOfAResourceMustNotMeet() {
        recurring(Kind.EVERY_RUN);
        reported(5, "t1", Verdict.DONE, 0, Optional.of(FIRST));
        reported(9, "t1", Verdict.DONE, 0, Optional.of(SECOND));
        Run meets = new Run("t2", 200, 5);
        asked(1, "t2", Kind.ONCE);
        accepted(1, "t2", 8);
        begun(7, meets);
        ended(9, meets, 0);
        seen.add(report(10, "t2", 8, Verdict.DONE, 0, Optional.of(meets)));

        assertViolates(Violation.Kind.SIMULTANEOUS);
    }

    @Test
    void aProcessMustNotOutliveTheReportOfItsRun() {
        good();
        seen.add(new Event.Seen(at(7), "t1", 102));

        assertViolates(Violation.Kind.LEFT_BEHIND);
    }

    @Test
    void aProcessOfACancelledOperationMustBeGone() {
        recurring(Kind.EVERY_RUN);
        reported(5, "t1", Verdict.DONE, 0, Optional.of(FIRST));
        reported(9, "t1", Verdict.CANCELLED, 0, Optional.empty());
        seen.add(new Event.Seen(at(10), "t1", 109));

        assertViolates(Violation.Kind.LEFT_BEHIND);
    }

    @Test
    void aProcessMayBeThereBefore() {
        good();
        seen.add(new Event.Seen(at(4), "t1", 102));

        assertViolatesNothing();
    }

    @Test
    void aRunThatTookTooLongMustBeGone() {
        recurring(Kind.EVERY_RUN);
        removeIf(event -> event instanceof Event.Ended);
        reported(5, "t1", Verdict.TIMED_OUT, 1, Optional.of(FIRST));

        assertViolatesNothing();

        seen.add(new Event.Seen(at(6), "t1", FIRST.pid()));

        assertViolates(Violation.Kind.LEFT_BEHIND);
    }

    @Test
    void anAgentsWordsAreUnderstood() {
        assertEquals(
                Optional.of(new Run("monitor-7", 4711, 1_700_000_000_000_001L)),
                Run.mentionedIn("hello\nrun=monitor-7/4711/1700000000000001\nbye\n"));
        assertEquals(Optional.empty(), Run.mentionedIn("run=what"));
    }

    /** Asked for at 1, begun at 3, ended at 5, reported at 6. */
    private void good() {
        joined(0, NODE);
        asked(1, "t1", Kind.ONCE);
        accepted(2, "t1", 7);
        begun(3, FIRST);
        ended(5, FIRST, 0);
        reported(6, "t1", Verdict.DONE, 0, Optional.of(FIRST));
    }

    /** Two runs, from 3 to 4 and from 6 to 8, of which nothing is reported yet. */
    private void recurring(Kind kind) {
        joined(0, NODE);
        asked(1, "t1", kind);
        accepted(2, "t1", 7);
        begun(3, FIRST);
        ended(4, FIRST, 0);
        begun(6, SECOND);
        ended(8, SECOND, 0);
    }

    private void joined(int second, String listener) {
        seen.add(new Event.Joined(at(second), listener));
    }

    private void asked(int second, String ticket, Kind kind) {
        seen.add(new Event.Asked(at(second), new Order(ticket, "pump", "start", kind)));
    }

    private void accepted(int second, String ticket, int call) {
        seen.add(new Event.Accepted(at(second), ticket, call));
    }

    private void begun(int second, Run run) {
        seen.add(new Event.Begun(at(second), run, "pump"));
    }

    private void ended(int second, Run run, int exitCode) {
        seen.add(new Event.Ended(at(second), run, exitCode));
    }

    private void reported(
            int second, String ticket, Verdict verdict, int exitCode, Optional<Run> run) {
        seen.add(report(second, ticket, 7, verdict, exitCode, run));
    }

    private static Event report(
            int second, String ticket, int call, Verdict verdict, int exitCode, Optional<Run> run) {
        return new Event.Reported(
                at(second), NODE, ticket, Optional.of(call), verdict, exitCode, run);
    }

    private void removeIf(Predicate<Event> unwanted) {
        seen.removeIf(unwanted);
    }

    private static Instant at(int second) {
        return NOON.plusSeconds(second);
    }

    private void assertViolatesNothing() {
        assertEquals(List.of(), Audit.of(new History(seen)));
    }

    private void assertViolates(Violation.Kind kind) {
        List<Violation> violations = Audit.of(new History(seen));
        assertEquals(
                Set.of(kind),
                violations.stream().map(Violation::kind).collect(Collectors.toSet()),
                violations::toString);
    }
}
