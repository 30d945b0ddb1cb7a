package dev.remotenode.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.StandaloneNode;
import dev.remotenode.lab.host.LabException;
import dev.remotenode.lab.host.PacemakerSeries;
import dev.remotenode.lab.junit.BeyondReference;
import dev.remotenode.lab.wire.RecordPeer;
import dev.remotenode.lrmd.message.ProxyMessage;
import dev.remotenode.lrmd.message.Request;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** SIGTERM, and what the cluster has to say to it. */
@ConformanceTest
class ShutdownIT {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String DOES_NOT_WAIT = "2.1.5 asks, but does not wait for an answer";

    @BeforeEach
    void startDaemon(StandaloneNode node) {
        if (!node.daemon().isRunning()) {
            node.restartDaemon();
        }
    }

    @Test
    void endsAtOnceIfNobodyIsConnected(StandaloneNode node) {
        node.daemon().terminate();

        assertEnded(node);
    }

    @Test
    void endsAtOnceIfNoClusterNodeCarriesCalls(StandaloneNode node) {
        try (RecordPeer peer = node.connectForRecords()) {
            peer.signOn("peer", false);
            node.daemon().terminate();

            peer.awaitClosed();
            assertEnded(node);
        }
    }

    @Test
    void asksTheClusterNodeThatSignedOnLast(StandaloneNode node) {
        try (RecordPeer first = node.connectForRecords();
                RecordPeer second = node.connectForRecords()) {
            first.signOn("first", true);
            second.signOn("second", true);
            node.daemon().terminate();

            assertEquals(List.of("proxy shutdown_req"), Transcript.next(1, second));
        }
        assertEnded(node);
    }

    @Test
    @BeyondReference(value = DOES_NOT_WAIT, of = PacemakerSeries.V2_1)
    void goesOnUntilTheClusterNodeThatAgreedHasGone(StandaloneNode node) {
        try (RecordPeer peer = node.connectForRecords()) {
            askedToEnd(node, peer);
            peer.send(new Request.Forward(new ProxyMessage.ShutdownAck()));
            node.daemon().terminate();
            peer.send(new Request.Poke());

            assertEquals(
                    List.of("reply 0", "reply 0", "lrmd_rsc_poke 0"), Transcript.next(3, peer));
            assertThrows(LabException.class, node::connect);
            assertTrue(node.daemon().isRunning());
        }
        assertEnded(node);
    }

    @Test
    @BeyondReference(value = DOES_NOT_WAIT, of = PacemakerSeries.V2_1)
    void endsIfTheClusterNodeRefuses(StandaloneNode node) {
        try (RecordPeer peer = node.connectForRecords()) {
            askedToEnd(node, peer);
            peer.send(new Request.Forward(new ProxyMessage.ShutdownNack()));

            peer.awaitClosed();
            assertEnded(node);
        }
    }

    @Test
    @BeyondReference("nobody else is asked, 3.0 waits for all to go by themselves")
    void asksAnotherClusterNodeIfTheOneAskedIsLost(StandaloneNode node) {
        try (RecordPeer first = node.connectForRecords()) {
            first.signOn("first", true);
            try (RecordPeer second = node.connectForRecords()) {
                assertEquals(List.of("notice of a new client"), Transcript.next(1, first));
                askedToEnd(node, second);
                second.send(new Request.Forward(new ProxyMessage.ShutdownAck()));
                assertEquals(List.of("reply 0"), Transcript.next(1, second));
            }
            assertEquals(List.of("proxy shutdown_req"), Transcript.next(1, first));
            assertTrue(node.daemon().isRunning());
        }
        assertEnded(node);
    }

    @Test
    @BeyondReference("it has no limit of its own")
    void waitsNoLongerThanTheOperatorWants(StandaloneNode node) {
        node.daemon().terminate();
        assertEnded(node);
        node.restartDaemon(Map.of("REMOTE_NODE_SHUTDOWN_TIMEOUT", "1s"));
        try (RecordPeer peer = node.connectForRecords()) {
            askedToEnd(node, peer);
            peer.send(new Request.Forward(new ProxyMessage.ShutdownAck()));

            assertEquals(List.of("reply 0"), Transcript.next(1, peer));
            peer.awaitClosed();
            assertEnded(node);
        }
    }

    @Test
    @BeyondReference("SIGINT ends it at once")
    void anInterruptAsksTheClusterAndTheNextOneEnds(StandaloneNode node) {
        try (RecordPeer peer = node.connectForRecords()) {
            peer.signOn("peer", true);
            node.daemon().interrupt();
            assertEquals(List.of("proxy shutdown_req"), Transcript.next(1, peer));
            node.daemon().terminate();
            peer.send(new Request.Poke());
            assertEquals(List.of("reply 0", "lrmd_rsc_poke 0"), Transcript.next(2, peer));

            node.daemon().interrupt();
            peer.awaitClosed();
            assertEnded(node);
        }
    }

    private static void askedToEnd(StandaloneNode node, RecordPeer peer) {
        peer.signOn("peer", true);
        node.daemon().terminate();
        assertEquals(List.of("proxy shutdown_req"), Transcript.next(1, peer));
    }

    private static void assertEnded(StandaloneNode node) {
        assertEquals(0, node.daemon().awaitExit(LIMIT));
    }
}
