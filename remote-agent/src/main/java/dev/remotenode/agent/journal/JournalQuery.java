package dev.remotenode.agent.journal;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be found in the journal.
 *
 * @param numbers of the records that are wanted; none for all
 * @param resource whose operations are wanted, and nothing else then
 * @param operationsOnly leaves out connections, starts and ends of the daemon
 * @param failedOnly leaves out operations that did not fail, and all that are none
 * @param since nothing that was over before; of what was repeated, the last time counts
 * @param limit at most so many, the newest
 * @param complete with parameters, output and processes of operations
 */
public record JournalQuery(
        Set<Long> numbers,
        Optional<String> resource,
        boolean operationsOnly,
        boolean failedOnly,
        Instant since,
        int limit,
        boolean complete) {

    /** Everything, as far as there is room for it. */
    public static final int MOST = 10_000;

    /** Copies the set. */
    public JournalQuery {
        numbers = Set.copyOf(numbers);
    }
}
