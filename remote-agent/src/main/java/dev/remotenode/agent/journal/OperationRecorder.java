package dev.remotenode.agent.journal;

import dev.remotenode.ocf.operation.ExecutionStatus;
import dev.remotenode.ocf.operation.Result;
import dev.remotenode.ocf.schedule.EventLoop;
import dev.remotenode.ocf.schedule.FinishedRun;
import dev.remotenode.ocf.schedule.RunListener;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Records every run of an agent, but only counts those of a recurring operation whose result is the
 * same again. Used on the event loop.
 */
public final class OperationRecorder implements RunListener {

    /** How often a count that goes up is written. */
    private static final Duration SAVE = Duration.ofMinutes(10);

    private final Journal journal;
    private final EventLoop loop;
    private final Map<Recurrence, Latest> recurring = new LinkedHashMap<>();
    private boolean saving;

    /** Records into a journal. */
    public OperationRecorder(Journal journal, EventLoop loop) {
        this.journal = journal;
        this.loop = loop;
    }

    private record Recurrence(String resource, String action, Duration interval) {

        static Recurrence of(FinishedRun run) {
            return new Recurrence(
                    run.request().resourceId(), run.request().action(), run.request().interval());
        }
    }

    /**
     * The result that a recurring operation had last.
     *
     * @param callId by which a new request for the same is told from the old one
     * @param saved how much of the count is written
     */
    private record Latest(int callId, Result result, Repeated repeated, long saved) {

        boolean isRepeatedBy(FinishedRun run) {
            // What hangs may hang elsewhere each time.
            return callId == run.callId()
                    && result.sameCodes(run.result())
                    && result.exitReason().equals(run.result().exitReason())
                    && result.status() != ExecutionStatus.TIMED_OUT;
        }

        Latest counting(FinishedRun run) {
            Instant end = run.started().plus(run.ran());
            return new Latest(callId, result, repeated.once(end, run.ran(), run.waited()), saved);
        }

        /** When it would have been repeated for sure, if it still were. */
        Instant goesOnUntil(Duration interval) {
            return repeated.last().plus(interval.multipliedBy(3)).plus(SAVE);
        }

        boolean isNews() {
            return repeated.count() > saved;
        }

        Latest asSaved() {
            return new Latest(callId, result, repeated, repeated.count());
        }
    }

    @Override
    public void finished(FinishedRun run) {
        if (!run.request().isRecurring()) {
            journal.add(RunRecord.entry(run));
            return;
        }
        Recurrence key = Recurrence.of(run);
        Latest latest = recurring.get(key);
        if (latest != null && latest.isRepeatedBy(run)) {
            recurring.put(key, latest.counting(run));
            saveLater();
        } else {
            if (latest != null) {
                save(latest);
            }
            begin(key, run);
        }
    }

    /** The counts as they are now. */
    public List<Repeated> counts() {
        return recurring.values().stream()
                .map(Latest::repeated)
                .filter(repeated -> repeated.count() > 0)
                .toList();
    }

    /** Writes every count. */
    public void saveAll() {
        recurring.replaceAll((_, latest) -> save(latest));
    }

    /** Nobody says when an operation does not recur any more. */
    private void forgetWhatHasEnded() {
        Instant now = loop.now();
        recurring
                .entrySet()
                .removeIf(entry ->
                        entry.getValue().goesOnUntil(entry.getKey().interval()).isBefore(now));
    }

    private void begin(Recurrence key, FinishedRun run) {
        Entry entry = RunRecord.entry(run);
        journal.add(entry);
        if (run.result().status() == ExecutionStatus.CANCELLED) {
            recurring.remove(key);
        } else {
            Result seen = run.result().withOutput(Optional.empty());
            recurring.put(
                    key,
                    new Latest(
                            run.callId(),
                            seen.withProcesses(Optional.empty()),
                            Repeated.none(entry, run.started().plus(run.ran())),
                            0));
        }
    }

    private Latest save(Latest latest) {
        if (latest.isNews()) {
            journal.add(latest.repeated().entry());
        }
        return latest.asSaved();
    }

    private void saveLater() {
        if (!saving) {
            saving = true;
            loop.schedule(
                    SAVE,
                    () -> {
                        saving = false;
                        saveAll();
                        forgetWhatHasEnded();
                    });
        }
    }
}
