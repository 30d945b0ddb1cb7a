package dev.remotenode.lab.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.history.History.Stay;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private final History history = Histories.ofARecovery();

    @Test
    void tellsClusterNodesFromOthers() {
        assertEquals(List.of("node1"), history.members());
        assertEquals(List.of("guest1"), history.remoteNodes());
    }

    @Test
    void tellsWhereAResourceWas() {
        assertEquals(
                List.of(
                        span(new Stay("pump", "guest1"), 2, 10),
                        span(new Stay("pump", "node1"), 12, 16),
                        span(new Stay("pump", "guest1"), 16, 20)),
                history.stays());
    }

    @Test
    void tellsWhenANodeWasOnline() {
        assertEquals(
                List.of(span("node1", 0, 20), span("guest1", 2, 10), span("guest1", 16, 20)),
                history.presences());
    }

    @Test
    void takesWhatIsLostAndBackForARecovery() {
        assertEquals(List.of(span("guest1", 10, 16)), history.absences());
        assertEquals(List.of(span("pump", 10, 12)), history.interruptions());
    }

    @Test
    void keepsFailuresAndFencings() {
        Span<?> failure = history.failures().getFirst();
        assertEquals(span(failure.what(), 10, 16), failure);
        Span<?> fencing = history.fencings().getFirst();
        assertEquals(span(fencing.what(), 12, 20), fencing);
        assertEquals(1, history.failures().size());
        assertEquals(1, history.fencings().size());
    }

    @Test
    void takesNothingForALossThatIsNeverOver() {
        var lost =
                new History(
                        List.of(
                                Histories.at(
                                        0,
                                        Histories.withGuest(true),
                                        List.of(Histories.pump("node1"))),
                                Histories.at(1, Histories.withGuest(true), List.of())));
        assertTrue(lost.interruptions().isEmpty());
        assertEquals(List.of(span(new Stay("pump", "node1"), 0, 1)), lost.stays());
    }

    private static <T> Span<T> span(T what, int from, int to) {
        return new Span<>(what, Duration.ofSeconds(from), Duration.ofSeconds(to));
    }
}
