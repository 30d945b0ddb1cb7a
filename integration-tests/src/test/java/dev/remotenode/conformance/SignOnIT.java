package dev.remotenode.conformance;

import static dev.remotenode.conformance.Codes.ACCEPTED;
import static dev.remotenode.conformance.Codes.EOPNOTSUPP;
import static dev.remotenode.conformance.Codes.EPROTO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.StandaloneNode;
import dev.remotenode.lab.wire.ClusterPeer;
import dev.remotenode.lab.wire.Frame;
import dev.remotenode.lab.wire.RecordPeer;
import dev.remotenode.lrmd.message.ProtocolVersion;
import dev.remotenode.lrmd.message.Reply;
import dev.remotenode.lrmd.message.Request;
import dev.remotenode.lrmd.xml.Element;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is served, and as whom. */
@ConformanceTest
class SignOnIT {
    @ParameterizedTest
    @ValueSource(strings = {"1", "1.0", "1.1", "1.2", "9.7"})
    void servesPeersOfItsVersionAndLater(String version, StandaloneNode node) {
        try (ClusterPeer peer = node.connect()) {
            Reply reply = signOn(peer, Optional.of(version));

            assertEquals(ACCEPTED, reply.returnCode());
            assertTrue(
                    registered(reply).protocolVersion().compareTo(ProtocolVersion.OLDEST) > 0,
                    reply::toString);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "one", "0.9", "0"})
    void refusesPeersOfNoVersion(String version, StandaloneNode node) {
        assertRefusedButServed(Optional.of(version), node);
    }

    @Test
    void refusesPeersThatTellNoVersion(StandaloneNode node) {
        assertRefusedButServed(Optional.empty(), node);
    }

    @Test
    void givesEachConnectionAnIdOfItsOwn(StandaloneNode node) {
        try (ClusterPeer one = node.connect();
                ClusterPeer other = node.connect()) {
            String idOfOne = registered(one.signOn("one", false)).clientId();
            String idOfOther = registered(other.signOn("other", false)).clientId();

            assertNotEquals(idOfOne, idOfOther);
            assertEquals(idOfOne, UUID.fromString(idOfOne).toString());
        }
    }

    @Test
    void keepsTheIdOfAPeerThatSignsOnAgain(StandaloneNode node) {
        try (ClusterPeer peer = node.connect()) {
            assertEquals(
                    registered(peer.signOn("peer", false)).clientId(),
                    registered(peer.signOn("peer", true)).clientId());
        }
    }

    @Test
    void servesPeersWithoutANameButTellsThemNothing(StandaloneNode node, Controller named) {
        try (Controller unnamed = Controller.unnamed(node)) {
            String id = unnamed.register();
            int call = unnamed.execute(id, "start", "true");
            named.completion(call);

            // What this answers comes after anything that was sent with that completion.
            unnamed.returnCode(new Request.Poke());
            assertEquals(List.of(), unnamed.peer().notices().takeAll());
        }
    }

    @Test
    void takesANameFromAnyRequest(StandaloneNode node) {
        try (RecordPeer peer = node.connectForRecords()) {
            peer.send(
                    Frame.around(
                            "<lrmd_command t='lrmd' lrmd_op='lrmd_rsc_poke' lrmd_clientname='me'"
                                    + " lrmd_remote_msg_type='request' lrmd_remote_msg_id='7'/>"));

            assertEquals("lrmd_reply", peer.receive().name());
            Element notice = peer.receive();
            assertEquals(Optional.of("lrmd_rsc_poke"), notice.attribute("lrmd_op"));
        }
    }

    @Test
    void tellsThatItDoesNotKnowAnOperation(Controller controller) {
        assertEquals(EOPNOTSUPP, controller.returnCode(new Request.Unsupported("lrmd_rsc_dance")));
    }

    @Test
    void countsEveryRequestAnsweredOrNot(Controller controller) {
        ClusterPeer peer = controller.peer();
        int first = peer.ask(new Request.Poke()).callId();
        peer.tell(new Request.WatchdogCheck(Optional.empty()));
        peer.ask(new Request.Unsupported("lrmd_rsc_dance"));
        peer.ask(new Request.ResourceInfo(Optional.of("nobody")));

        assertEquals(first + 4, peer.ask(new Request.Poke()).callId());
    }

    @Test
    void saysInItsReplyWhatItAnswers(StandaloneNode node) {
        try (RecordPeer peer = node.connectForRecords()) {
            Element reply = peer.signOn("peer", false);

            assertEquals(Optional.of("register"), reply.attribute("lrmd_op"));
            assertEquals(Optional.of("reply"), reply.attribute("lrmd_remote_msg_type"));
            assertEquals(Optional.of("1"), reply.attribute("lrmd_remote_msg_id"));
            assertFalse(reply.attribute("lrmd_clientid").isEmpty());
        }
    }

    private static void assertRefusedButServed(Optional<String> version, StandaloneNode node) {
        try (ClusterPeer peer = node.connect()) {
            Reply reply = signOn(peer, version);

            assertEquals(EPROTO, reply.returnCode());
            registered(reply);
            assertEquals(ACCEPTED, peer.ask(new Request.Poke()).returnCode());
        }
    }

    private static Reply signOn(ClusterPeer peer, Optional<String> version) {
        return peer.ask(new Request.Register(version, false));
    }

    private static Reply.Registered registered(Reply reply) {
        return (Reply.Registered) reply.body();
    }
}
