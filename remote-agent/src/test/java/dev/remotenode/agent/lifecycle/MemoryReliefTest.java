package dev.remotenode.agent.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remotenode.agent.StandingClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class MemoryReliefTest {

    private static final int LARGE = 1 << 20;
    private static final int ORDINARY = 2_000;

    private final StandingClock clock = new StandingClock();
    private final AtomicInteger reliefs = new AtomicInteger();
    private final MemoryRelief memory = new MemoryRelief(clock, reliefs::incrementAndGet);

    @Test
    void fewOrdinaryMessagesAreNoReason() {
        memory.used(ORDINARY);
        memory.used(ORDINARY);
        pass(60);
        assertEquals(0, reliefs.get());
    }

    @Test
    void aLargeMessageIsOne() {
        memory.used(LARGE);
        pass(5);
        assertEquals(1, reliefs.get());
        pass(60);
        assertEquals(1, reliefs.get());
    }

    @Test
    void manyOrdinaryMessagesAreOne() {
        for (int count = 0; count < 1_000; count++) {
            memory.used(ORDINARY);
        }
        pass(5);
        assertEquals(1, reliefs.get());
    }

    @Test
    void theStartIsOne() {
        memory.started();
        pass(5);
        assertEquals(1, reliefs.get());
    }

    @Test
    void messagesInARowAreWaitedFor() {
        memory.used(LARGE);
        for (int count = 0; count < 10; count++) {
            pass(4);
            memory.used(ORDINARY);
        }
        assertEquals(0, reliefs.get());
        pass(5);
        assertEquals(1, reliefs.get());
    }

    @Test
    void beginsAnewAfterwards() {
        memory.used(LARGE);
        pass(5);
        memory.used(ORDINARY);
        pass(60);
        assertEquals(1, reliefs.get());
        memory.used(LARGE);
        pass(5);
        assertEquals(2, reliefs.get());
    }

    private void pass(int seconds) {
        clock.advance(Duration.ofSeconds(seconds));
    }
}
