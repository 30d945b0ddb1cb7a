package dev.remotenode.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remotenode.lab.StandaloneNode;
import dev.remotenode.lab.wire.RecordPeer;
import dev.remotenode.lrmd.message.ProxyMessage;
import dev.remotenode.lrmd.message.Request;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a cluster node that carries calls of local tools is told if nothing fits. */
@ConformanceTest
class ProxyIT {
    @Test
    void tellsThatASessionIsUnknownBeforeItReplies(StandaloneNode node) {
        try (RecordPeer peer = node.connectForRecords()) {
            peer.signOn("peer", true);
            peer.send(new Request.Forward(new ProxyMessage.Destroyed("nobody")));

            assertEquals(List.of("proxy destroy", "reply 0"), Transcript.next(2, peer));
        }
    }

    @Test
    void ignoresAnAnswerToAShutdownThatItDidNotAskFor(StandaloneNode node) {
        try (RecordPeer peer = node.connectForRecords()) {
            peer.signOn("peer", true);
            peer.send(new Request.Forward(new ProxyMessage.ShutdownAck()));
            peer.send(new Request.Forward(new ProxyMessage.ShutdownNack()));
            peer.send(new Request.Poke());

            assertEquals(
                    List.of("reply 0", "reply 0", "reply 0", "lrmd_rsc_poke 0"),
                    Transcript.next(4, peer));
        }
    }
}
