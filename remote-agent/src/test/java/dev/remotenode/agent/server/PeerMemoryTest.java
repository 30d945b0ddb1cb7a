package dev.remotenode.agent.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.channel.embedded.EmbeddedChannel;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PeerMemoryTest {

    private final PeerMemory memory = new PeerMemory(100);
    private final EmbeddedChannel first = new EmbeddedChannel();
    private final EmbeddedChannel second = new EmbeddedChannel();
    private final EmbeddedChannel third = new EmbeddedChannel();

    @Test
    void everybodyStaysUpToTheLimit() {
        keep(40, 40, 20);
        assertEquals(List.of(true, true, true), open());
    }

    @Test
    void whoHasMostMustGo() {
        keep(40, 41, 20);
        assertEquals(List.of(true, false, true), open());
    }

    @Test
    void asManyMustGoAsItTakes() {
        keep(110, 60, 50);
        assertEquals(List.of(false, false, true), open());
    }

    @Test
    void whoHasLeftCountsNoMore() {
        memory.add(first, () -> 1000);
        memory.remove(first);
        memory.add(second, () -> 100);
        memory.check();
        assertEquals(List.of(true, true, true), open());
    }

    private void keep(long one, long two, long three) {
        memory.add(first, () -> one);
        memory.add(second, () -> two);
        memory.add(third, () -> three);
        memory.check();
    }

    private List<Boolean> open() {
        return Stream.of(first, second, third).map(EmbeddedChannel::isOpen).toList();
    }
}
