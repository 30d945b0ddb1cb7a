package dev.remotenode.agent.cli;

import dev.remotenode.control.journal.Record;
import dev.remotenode.control.journal.Repetition;
import dev.remotenode.control.message.RecordsRequest;
import dev.remotenode.control.message.Request;
import dev.remotenode.control.message.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that the daemon has recorded.
 *
 * @param repetition of a recurring operation that went the same again
 */
record JournalEntry(Record record, Optional<Record> repetition) {

    /** When it was over, for the last time. */
    long lastMillis() {
        return repetition.map(Record::getTimeMs).orElse(record.getTimeMs());
    }

    /** How often it was repeated. */
    long repetitions() {
        return repetition.map(Record::getRepetition).map(Repetition::getCount).orElse(0L);
    }

    /**
     * Asks the daemon.
     *
     * @return the oldest first
     */
    static List<JournalEntry> ask(OwnDaemon daemon, RecordsRequest.Builder question)
            throws CommandException {
        List<Record> records = new ArrayList<>();
        for (Response response : daemon.ask(Request.newBuilder().setRecords(question))) {
            records.addAll(response.getRecords().getRecordsList());
        }
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
