package dev.remotenode.agent.journal;

import dev.remotenode.control.journal.OperationRun;
import dev.remotenode.control.journal.Record;
import dev.remotenode.control.journal.Repetition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the files of the journal, also while they are written. Used by one thread. */
public final class JournalReader {

    private final SegmentFolder folder;
    private final Map<Long, Record> repetitions = new HashMap<>();

    JournalReader(SegmentFolder folder) {
        this.folder = folder;
    }

    /** Reads the journal in a folder; it is empty if there is none. */
    public static JournalReader of(Path folder) {
        return new JournalReader(new SegmentFolder(folder));
    }

    /** Reads what a running daemon has not written yet, too. */
    List<Record> read(JournalQuery query, List<Record> latest) {
        latest.forEach(this::remember);
        return read(query);
    }

    /**
     * Finds records, the newest first. An operation that was repeated is followed by the latest
     * count of that.
     *
     * @throws UncheckedIOException the files cannot be read
     */
    public List<Record> read(JournalQuery query) {
        return unchecked(() -> find(query));
    }

    /** Something that reads files. */
    interface Reading<T> {
        T read() throws IOException;
    }

    static <T> T unchecked(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException e) {
            throw new UncheckedIOException(Failures.describe(e), e);
        }
    }

    private List<Record> find(JournalQuery query) throws IOException {
        List<Record> found = new ArrayList<>();
        Set<Long> counted = new HashSet<>();
        int limit = Math.min(query.limit(), JournalQuery.MOST);
        for (Segment segment : folder.segments().reversed()) {
            for (Record record : segment.read().reversed()) {
                if (record.hasRepetition()) {
                    remember(record);
                } else if (matches(record, query) && counted.add(record.getNumber())) {
                    found.add(query.complete() ? record : brief(record));
                    if (repetitions.containsKey(record.getNumber())) {
                        found.add(repetitions.get(record.getNumber()));
                    }
                    if (counted.size() >= limit) {
                        return found;
                    }
                }
            }
        }
        return found;
    }

    /** The first one that is met is the latest. */
    private void remember(Record record) {
        repetitions.putIfAbsent(record.getRepetition().getOf(), record);
    }

    private boolean matches(Record record, JournalQuery query) {
        return (query.numbers().isEmpty() || query.numbers().contains(record.getNumber()))
                && isRecent(record, query.since())
                && (record.hasOperation()
                        ? matches(record.getOperation(), query)
                        : query.resource().isEmpty()
                                && !query.failedOnly()
                                && !query.operationsOnly());
    }

    private static boolean matches(OperationRun run, JournalQuery query) {
        return query.resource().filter(resource -> !run.getResource().equals(resource)).isEmpty()
                && (!query.failedOnly() || OperationOutcome.of(run).isBad());
    }

    private boolean isRecent(Record record, Instant since) {
        Record latest = repetitions.getOrDefault(record.getNumber(), record);
        return latest.getTimeMs() >= since.toEpochMilli();
    }

    private static Record brief(Record record) {
        return record.hasOperation()
                ? record.toBuilder()
                        .setOperation(
                                record.getOperation().toBuilder()
                                        .clearParameters()
                                        .clearOutput()
                                        .clearProcesses())
                        .build()
                : record;
    }

    /** A count that is in no file yet. */
    static Record repetition(long of, Instant time, Repetition.Builder counts) {
        return Record.newBuilder()
                .setTimeMs(time.toEpochMilli())
                .setRepetition(counts.setOf(of))
                .build();
    }
}
