package dev.remotenode.agent.journal;

import static dev.remotenode.agent.journal.TestJournal.exit;
import static dev.remotenode.agent.journal.TestJournal.monitor;
import static dev.remotenode.agent.journal.TestJournal.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.agent.StandingClock;
import dev.remotenode.control.journal.Record;
import dev.remotenode.ocf.operation.ExecutionStatus;
import dev.remotenode.ocf.operation.OcfExitCode;
import dev.remotenode.ocf.operation.ProcessSnapshot;
import dev.remotenode.ocf.operation.ProcessTree;
import dev.remotenode.ocf.operation.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is found, as it should be; the clock and the writing are in the test's hand. */
class JournalTest {

    private static final Duration MOMENT = Duration.ofSeconds(1);

    @TempDir private Path parent;

    private final StandingClock clock = new StandingClock();

    private Path folder() {
        return parent.resolve("journal");
    }

    private Journal open() {
        return new Journal(folder(), JournalLimits.DEFAULT, clock, Runnable::run);
    }

    @Test
    void aRunIsRecordedWithAllThatExplainsIt() {
        Journal journal = open();
        OperationRecorder recorder = new OperationRecorder(journal, clock);
        ProcessTree tree =
                new ProcessTree(
                        List.of(
                                new ProcessSnapshot(
                                        11,
                                        1,
                                        0,
                                        true,
                                        'D',
                                        Optional.of("nfs_wait"),
                                        Duration.ofMillis(40),
                                        "mount server:/x",
                                        List.of("nfs_wait", "schedule"))),
                        false);
        recorder.finished(
                run(
                        "fs",
                        "start",
                        Result.failure(
                                        OcfExitCode.GENERIC_ERROR,
                                        ExecutionStatus.TIMED_OUT,
                                        "did not complete")
                                .withOutput(Optional.of("mounting"))
                                .withProcesses(Optional.of(tree))));
        clock.advance(MOMENT);

        Record record = only(TestJournal.in(folder()));
        assertEquals(1, record.getNumber());
        assertEquals(1_000_250, record.getTimeMs());
        var operation = record.getOperation();
        assertEquals("fs", operation.getResource());
        assertEquals("test", operation.getAgent().getProvider());
        assertEquals(20_000, operation.getTimeoutMs());
        assertEquals(3, operation.getWaitedMs());
        assertEquals(250, operation.getRanMs());
        assertEquals("did not complete", operation.getReason());
        assertEquals("mounting", operation.getOutput());
        assertEquals("nfs_wait", operation.getProcesses(0).getWaitChannel());
        assertTrue(operation.getProcesses(0).getLeftGroup());
        assertTrue(operation.getProcessesIncomplete());
        assertEquals(OperationOutcome.TIMED_OUT, OperationOutcome.of(operation));
    }

    @Test
    void anUnchangedResultIsCountedOnly() {
        Journal journal = open();
        OperationRecorder recorder = new OperationRecorder(journal, clock);
        for (int time = 0; time < 1000; time++) {
            recorder.finished(monitor("db", exit(0)));
        }
        clock.advance(MOMENT);
        assertEquals(1, TestJournal.in(folder()).size(), "before the count is saved");
        List<Record> asked =
                journal.read(TestJournal.EVERYTHING, recorder.counts()).join().reversed();
        assertEquals(999, asked.getFirst().getRepetition().getCount(), "as it is known at once");

        recorder.finished(monitor("db", exit(7)));
        clock.advance(MOMENT);

        List<Record> records = TestJournal.in(folder());
        assertEquals(3, records.size());
        assertEquals(999, records.getFirst().getRepetition().getCount());
        assertEquals(1, records.getFirst().getRepetition().getOf());
        assertEquals(999 * 250, records.getFirst().getRepetition().getTotalMs());
        assertEquals(0, records.get(1).getOperation().getExitCode());
        assertEquals(7, records.get(2).getOperation().getExitCode());
    }

    @Test
    void aCountIsSavedInTheEnd() {
        NoSessions.journal(
                folder(),
                clock,
                journal -> {
                    journal.finished(monitor("db", exit(0)));
                    journal.finished(monitor("db", exit(0)));
                });

        List<Record> records = TestJournal.in(folder());
        assertEquals(1, records.getFirst().getRepetition().getCount());
        assertTrue(records.getLast().hasDaemonEnd());
    }

    @Test
    void theNextDaemonGoesOnCounting() {
        for (int daemon = 0; daemon < 3; daemon++) {
            NoSessions.journal(
                    folder(), clock, journal -> journal.finished(run("ip", "start", exit(0))));
        }

        assertEquals(
                List.of(1L, 2L, 3L, 4L, 5L, 6L),
                TestJournal.in(folder()).stream().map(Record::getNumber).toList());
    }

    @Test
    void secretsAreNotWritten() throws IOException {
        Journal journal = open();
        OperationRecorder recorder = new OperationRecorder(journal, clock);
        recorder.finished(
                run(
                        "db",
                        "start",
                        Duration.ZERO,
                        Map.of("db_password", "tr0ub4dor", "user", "scott"),
                        exit(1, "cannot log in with tr0ub4dor", "login scott tr0ub4dor")));
        recorder.finished(
                run(
                        "kept",
                        "start",
                        Duration.ZERO,
                        Map.of("phrase", "lrm://"),
                        exit(1, "no", "correct horse")));
        clock.advance(MOMENT);

        List<Record> records = TestJournal.in(folder());
        assertEquals("login scott ***", records.get(0).getOperation().getOutput());
        assertTrue(records.get(1).getOperation().getParameters(0).getMasked());
        for (Segment segment : new SegmentFolder(folder()).segments()) {
            String file = Files.readString(segment.file(), StandardCharsets.ISO_8859_1);
            assertTrue(file.contains("scott"), file);
            assertTrue(!file.contains("tr0ub4dor") && !file.contains("correct horse"), file);
        }
    }

    @Test
    void theEndOfALongOutputIsKept() {
        Journal journal = open();
        OperationRecorder recorder = new OperationRecorder(journal, clock);
        String line = "x".repeat(99) + "\n";
        recorder.finished(run("db", "start", exit(1, "no", line.repeat(1000) + "the end")));
        clock.advance(MOMENT);

        var operation = only(TestJournal.in(folder())).getOperation();
        assertTrue(operation.getOutput().startsWith("xxx"), operation.getOutput());
        assertTrue(operation.getOutput().endsWith("\nthe end"), operation.getOutput());
        assertEquals(100_007, operation.getOutput().length() + operation.getOutputCut());
    }

    @Test
    void questionsAreAnswered() {
        Journal journal = open();
        OperationRecorder recorder = new OperationRecorder(journal, clock);
        recorder.finished(run("db", "start", exit(0)));
        recorder.finished(run("ip", "monitor", exit(7)));
        recorder.finished(run("ip", "start", exit(1)));
        recorder.finished(monitor("db", exit(7)));
        clock.advance(MOMENT);

        assertEquals(List.of(3L, 4L), numbers(query(Optional.empty(), true, 100)));
        assertEquals(List.of(1L, 4L), numbers(query(Optional.of("db"), false, 100)));
        assertEquals(List.of(3L, 4L), numbers(query(Optional.empty(), false, 2)));
        assertEquals(List.of(), numbers(query(Optional.of("nobody"), false, 2)));
    }

    @Test
    void whatCannotBeWrittenIsLostAndSaidSo() throws IOException {
        // A file where the folder should be.
        Files.writeString(folder(), "");
        Journal journal = open();
        OperationRecorder recorder = new OperationRecorder(journal, clock);
        recorder.finished(run("db", "start", exit(0)));
        clock.advance(MOMENT);
        assertTrue(journal.problem().isPresent());
        journal.read(TestJournal.EVERYTHING, List.of()).join();
        assertTrue(journal.problem().isPresent(), "nothing has been written meanwhile");

        Files.delete(folder());
        recorder.finished(run("db", "stop", exit(0)));
        clock.advance(MOMENT);
        assertEquals(Optional.empty(), journal.problem());
        List<Record> records = TestJournal.in(folder());
        assertEquals(1, records.getFirst().getGap().getLost());
        assertEquals("stop", records.getLast().getOperation().getAction());
    }

    @Test
    void tooMuchAtOnceIsLostAndSaidSo() {
        JournalLimits limits =
                new JournalLimits(1 << 20, Duration.ofDays(1), 1 << 20, Duration.ofDays(9), 10);
        Journal journal = new Journal(folder(), limits, clock, Runnable::run);
        OperationRecorder recorder = new OperationRecorder(journal, clock);
        for (int count = 0; count < 25; count++) {
            recorder.finished(run("db", "start", exit(0)));
        }
        clock.advance(MOMENT);

        List<Record> records = TestJournal.in(folder());
        assertEquals(15, records.getFirst().getGap().getLost());
        assertEquals(11, records.size());
    }

    @Test
    void oneDaemonWritesInOneFolder() {
        Journal first = open();
        new OperationRecorder(first, clock).finished(run("db", "start", exit(0)));
        clock.advance(MOMENT);
        Journal second = open();
        new OperationRecorder(second, clock).finished(run("db", "stop", exit(0)));
        clock.advance(MOMENT);

        assertEquals(Optional.of("another daemon writes there"), second.problem());
        assertEquals(1, TestJournal.in(folder()).size());
    }

    private JournalQuery query(Optional<String> resource, boolean failed, int limit) {
        return new JournalQuery(Set.of(), resource, true, failed, Instant.EPOCH, limit, false);
    }

    private List<Long> numbers(JournalQuery query) {
        return JournalReader.of(folder()).read(query).reversed().stream()
                .map(Record::getNumber)
                .toList();
    }

    private static Record only(List<Record> records) {
        assertEquals(1, records.size());
        return records.getFirst();
    }
}
