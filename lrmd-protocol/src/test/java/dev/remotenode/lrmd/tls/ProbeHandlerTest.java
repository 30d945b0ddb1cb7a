package dev.remotenode.lrmd.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lrmd.tls.ClientIdentity.Versions;
import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class ProbeHandlerTest {

    private static final PreSharedKey KEY = new PreSharedKey(new byte[] {1, 2, 3, 4});
    private static final PreSharedKey OTHER = new PreSharedKey(new byte[] {4, 3, 2, 1});
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    @Test
    void knowsThatTheKeyIsTheSameWhileTheDaemonDoesNot() {
        Side daemon = new Side(server(TlsPolicy.NORMAL));
        ProbeHandler probe = probe(KEY);

        exchange(probe, daemon);

        assertEquals("TLS 1.3", probe.result().join().version());
        assertEquals(List.of(), daemon.versions());
        assertEquals(
                List.of("the peer closed the connection before it was finished"), daemon.failures);
    }

    @Test
    void knowsThatTheKeyIsAnother() {
        Side daemon = new Side(server(TlsPolicy.NORMAL));
        ProbeHandler probe = probe(OTHER);

        exchange(probe, daemon);

        assertEquals(HandshakeFailure.KEY, failure(probe).failure());
        assertEquals(List.of("the peer's key differs from this node's"), daemon.failures);
    }

    @Test
    void knowsADaemonThatSpeaksTls12Only() {
        Side daemon =
                new Side(
                        server(
                                new TlsPolicy(
                                        Set.of(TlsPolicy.Version.TLS_1_2),
                                        TlsPolicy.NORMAL.traits())));
        ProbeHandler probe = probe(KEY);

        exchange(probe, daemon);

        assertEquals(HandshakeFailure.VERSION, failure(probe).failure());
        assertEquals(List.of(), daemon.versions());
    }

    @Test
    void takesNoIdentityThatMightFinish() {
        ClientIdentity both = ClientIdentity.of(KEY);

        assertThrows(IllegalArgumentException.class, () -> new ProbeHandler(both));
    }

    private static HandshakeException failure(ProbeHandler probe) {
        assertTrue(probe.result().isCompletedExceptionally());
        CompletionException thrown =
                assertThrows(CompletionException.class, () -> probe.result().join());
        return assertInstanceOf(HandshakeException.class, thrown.getCause());
    }

    /** Carries bytes both ways; at the end the daemon sees the connection closed. */
    private static void exchange(ProbeHandler probe, Side daemon) {
        EmbeddedChannel channel = new EmbeddedChannel(probe);
        boolean moved = true;
        while (moved) {
            boolean there = carry(channel, daemon.channel);
            boolean back = carry(daemon.channel, channel);
            moved = there || back;
        }
        assertFalse(channel.isOpen());
        // As the end of the connection arrives from the network.
        daemon.channel.pipeline().fireChannelInactive();
    }

    private static boolean carry(EmbeddedChannel from, EmbeddedChannel to) {
        ByteBuf bytes = from.readOutbound();
        if (bytes == null) {
            return false;
        }
        if (to.isOpen()) {
            to.writeInbound(bytes);
        } else {
            bytes.release();
        }
        return true;
    }

    private static ProbeHandler probe(PreSharedKey key) {
        return new ProbeHandler(new ClientIdentity("lrmd", key, Versions.ONLY_TLS_1_3));
    }

    private static TlsHandler server(TlsPolicy policy) {
        return TlsHandler.server(
                new Authentication.SharedKey(() -> List.of(AcceptedKey.inForce(KEY))),
                policy,
                TIMEOUT,
                Runnable::run);
    }
}
