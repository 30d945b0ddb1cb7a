package dev.remotenode.agent.server;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class StalledPeerGuardTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MUCH = 1 << 20;

    private final EmbeddedChannel peer = new EmbeddedChannel(new StalledPeerGuard(PATIENCE));

    @BeforeEach
    void stopTheClock() {
        peer.freezeTime();
    }

    @Test
    void peerThatTakesNothingIsGivenUpWhenPatienceEnds() {
        peer.write(Unpooled.wrappedBuffer(new byte[MUCH]));
        pass(PATIENCE.minusSeconds(1));
        assertTrue(peer.isOpen());
        pass(Duration.ofSeconds(1));
        assertFalse(peer.isOpen());
    }

    @Test
    void peerThatCatchesUpInTimeStays() {
        peer.write(Unpooled.wrappedBuffer(new byte[MUCH]));
        pass(PATIENCE.minusSeconds(1));
        peer.flush();
        peer.write(Unpooled.wrappedBuffer(new byte[MUCH]));
        pass(PATIENCE.minusSeconds(1));
        assertTrue(peer.isOpen(), "patience begins anew");
    }

    @Test
    void peerThatHasLittleToReadStays() {
        peer.write(Unpooled.wrappedBuffer(new byte[1]));
        pass(PATIENCE.multipliedBy(3));
        assertTrue(peer.isOpen());
    }

    private void pass(Duration time) {
        peer.advanceTimeBy(time.toMillis(), TimeUnit.MILLISECONDS);
        peer.runScheduledPendingTasks();
    }
}
