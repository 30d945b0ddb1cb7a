package dev.remotenode.agent.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TurnsTest {

    private static final PeerNetwork HONEST = new PeerNetwork("192.0.2.1");
    private static final PeerNetwork HOSTILE = new PeerNetwork("192.0.2.66");

    private final Deque<Runnable> worker = new ArrayDeque<>();
    private final Turns turns = new Turns(worker::add);
    private final List<String> done = new ArrayList<>();

    @Test
    void whoAsksForMuchWaitsBehindHimself() {
        for (int i = 1; i <= 3; i++) {
            ask(HOSTILE, "hostile " + i);
        }
        ask(HONEST, "honest");
        work();
        assertEquals(List.of("hostile 1", "honest", "hostile 2", "hostile 3"), done);
    }

    @Test
    void onePieceIsDoneAtATime() {
        ask(HOSTILE, "one");
        ask(HONEST, "two");
        assertEquals(1, worker.size());
    }

    @Test
    void moreMayComeWhenAllIsDone() {
        ask(HONEST, "one");
        work();
        ask(HONEST, "two");
        work();
        assertEquals(List.of("one", "two"), done);
    }

    @Test
    void workThatFailsIsNotTheLast() {
        turns.of(HOSTILE)
                .execute(() -> {
                    throw new IllegalStateException("as the test wants it");
                });
        ask(HONEST, "honest");
        assertThrows(IllegalStateException.class, () -> worker.remove().run());
        work();
        assertEquals(List.of("honest"), done);
    }

    private void ask(PeerNetwork network, String what) {
        turns.of(network).execute(() -> done.add(what));
    }

    private void work() {
        while (!worker.isEmpty()) {
            worker.remove().run();
        }
    }
}
