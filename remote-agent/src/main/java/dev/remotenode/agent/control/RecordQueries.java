package dev.remotenode.agent.control;

import dev.remotenode.agent.journal.JournalQuery;
import dev.remotenode.control.message.RecordsRequest;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What a request for records wants of the journal. */
public final class RecordQueries {

    private RecordQueries() {}

    /** Any request means something: fields that are not set are no restriction. */
    public static JournalQuery of(RecordsRequest request) {
        Set<Long> numbers = new HashSet<>(request.getNumbersList());
        if (request.getNumber() != 0) {
            numbers.add(request.getNumber());
        }
        return new JournalQuery(
                numbers,
                Optional.of(request.getResource()).filter(resource -> !resource.isEmpty()),
                request.getOperationsOnly(),
                request.getFailed(),
                Instant.ofEpochMilli(request.getSinceMs()),
                request.getLimit() == 0 ? JournalQuery.MOST : request.getLimit(),
                !numbers.isEmpty());
    }
}
