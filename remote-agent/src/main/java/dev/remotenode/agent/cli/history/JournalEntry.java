package dev.remotenode.agent.cli.history;

import dev.remotenode.control.journal.Record;
import dev.remotenode.control.journal.Repetition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that the daemon has recorded.
 *
 * @param repetition of a recurring operation that went the same again
 */
public record JournalEntry(Record record, Optional<Record> repetition) {
    /** When it was over, for the last time. */
    public long lastMillis() {
        return repetition.map(Record::getTimeMs).orElse(record.getTimeMs());
    }

    /** How often it was repeated. */
    public long repetitions() {
        return repetition.map(Record::getRepetition).map(Repetition::getCount).orElse(0L);
    }

    /** Puts records and the counts of their repetitions together, in the order of the former. */
    public static List<JournalEntry> of(List<Record> records) {
        Map<Long, Record> repetitions = new HashMap<>();
        records.stream()
                .filter(Record::hasRepetition)
                .forEach(record -> repetitions.put(record.getRepetition().getOf(), record));
        return records.stream()
                .filter(record -> !record.hasRepetition())
                .map(record ->
                        new JournalEntry(
                                record, Optional.ofNullable(repetitions.get(record.getNumber()))))
                .toList();
    }
}
