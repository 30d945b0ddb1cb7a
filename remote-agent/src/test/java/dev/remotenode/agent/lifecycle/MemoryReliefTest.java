package dev.remotenode.agent.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remotenode.agent.StandingClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class MemoryReliefTest {

    private static final int LARGE = 1 << 20;
    private static final int ORDINARY = 2_000;

    private final StandingClock clock = new StandingClock();
    private final PlayedMemory played = new PlayedMemory();
    private final MemoryRelief memory = new MemoryRelief(clock, played);

    @Test
    void fewOrdinaryMessagesAreNoReasonToCollect() {
        memory.used(ORDINARY);
        memory.used(ORDINARY);
        pass(120);
        assertEquals(0, played.collections);
    }

    @Test
    void whatFewMessagesNeededOfFilesGoesAfterAMinute() {
        memory.used(ORDINARY);
        pass(40);
        memory.used(ORDINARY);
        pass(59);
        assertEquals(0, played.reliefs);
        pass(1);
        assertEquals(1, played.reliefs);
        pass(120);
        assertEquals(1, played.reliefs, "nothing has come since");
        memory.used(ORDINARY);
        pass(60);
        assertEquals(2, played.reliefs);
    }

    @Test
    void aLargeMessageIsOne() {
        memory.used(LARGE);
        pass(5);
        assertEquals(1, played.reliefs);
        pass(60);
        assertEquals(1, played.reliefs);
    }

    @Test
    void manyOrdinaryMessagesAreOne() {
        for (int count = 0; count < 1_000; count++) {
            memory.used(ORDINARY);
        }
        pass(5);
        assertEquals(1, played.reliefs);
    }

    @Test
    void theStartIsOne() {
        memory.started();
        pass(5);
        assertEquals(1, played.reliefs);
    }

    @Test
    void messagesInARowAreWaitedFor() {
        memory.used(LARGE);
        for (int count = 0; count < 10; count++) {
            pass(4);
            memory.used(ORDINARY);
        }
        assertEquals(0, played.reliefs);
        pass(5);
        assertEquals(1, played.reliefs);
    }

    @Test
    void beginsAnewAfterwards() {
        memory.used(LARGE);
        pass(5);
        memory.used(ORDINARY);
        pass(40);
        assertEquals(1, played.collections);
        memory.used(LARGE);
        pass(5);
        assertEquals(2, played.collections);
    }

    @Test
    void whoIsNeverQuietIsRelievedOfMuch() {
        memory.used(LARGE);
        played.heap += MemoryRelief.GROWN;
        stayBusy(40);
        assertEquals(1, played.collections);
        assertEquals(0, played.reliefs, "what is needed right away is kept");
        stayBusy(120);
        assertEquals(1, played.collections, "nothing has grown since");
        played.heap += MemoryRelief.GROWN;
        stayBusy(40);
        assertEquals(2, played.collections);
    }

    @Test
    void whoIsNeverQuietKeepsALittle() {
        memory.used(LARGE);
        played.heap += MemoryRelief.GROWN - 1;
        stayBusy(120);
        assertEquals(0, played.collections);
    }

    @Test
    void whoIsNeverQuietIsRelievedSeldom() {
        memory.used(LARGE);
        for (int seconds = 0; seconds < 120; seconds++) {
            played.heap += MemoryRelief.GROWN;
            stayBusy(1);
        }
        assertEquals(3, played.collections);
    }

    private void stayBusy(int seconds) {
        for (int count = 0; count < seconds; count++) {
            pass(1);
            memory.used(ORDINARY);
        }
    }

    private void pass(int seconds) {
        clock.advance(Duration.ofSeconds(seconds));
    }

    /** Free is half of what it has grown by. */
    private static final class PlayedMemory implements MemoryRelief.Memory {
        private static final long AT_FIRST = 1 << 20;

        private long heap = AT_FIRST;
        private int collections;
        private int reliefs;

        @Override
        public long heap() {
            return heap;
        }

        @Override
        public void collect() {
            collections++;
            heap = (heap + AT_FIRST) / 2;
        }

        @Override
        public void releaseFiles() {
            reliefs++;
        }
    }
}
