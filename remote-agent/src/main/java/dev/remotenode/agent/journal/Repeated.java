package dev.remotenode.agent.journal;

import dev.remotenode.control.journal.Record;
import dev.remotenode.control.journal.Repetition;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * How often a recurring operation has run with the result that is recorded already.
 *
 * @param first the entry of the run that had the result first
 * @param count of the runs since
 * @param last when the last one was over
 */
public record Repeated(
        Entry first,
        long count,
        Instant last,
        Duration longest,
        Duration total,
        Duration longestWait) {

    /** Nothing was repeated yet. */
    static Repeated none(Entry first, Instant time) {
        return new Repeated(first, 0, time, Duration.ZERO, Duration.ZERO, Duration.ZERO);
    }

    Repeated once(Instant end, Duration ran, Duration waited) {
        return new Repeated(
                first,
                count + 1,
                end,
                longer(longest, ran),
                total.plus(ran),
                longer(longestWait, waited));
    }

    /** To be written. */
    Entry entry() {
        return new Entry(last, record -> record.setRepetition(counts().setOf(first.number())));
    }

    /** To be shown; nothing if the first run is not recorded. On the thread of the journal. */
    Stream<Record> latest() {
        return first.number() == 0
                ? Stream.empty()
                : Stream.of(JournalReader.repetition(first.number(), last, counts()));
    }

    private Repetition.Builder counts() {
        return Repetition.newBuilder()
                .setCount(count)
                .setLongestMs(longest.toMillis())
                .setTotalMs(total.toMillis())
                .setLongestWaitMs(longestWait.toMillis());
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
