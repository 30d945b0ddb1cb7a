package dev.remotenode.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remotenode.lab.StandaloneNode;
import dev.remotenode.lab.agent.Gate;
import dev.remotenode.lab.agent.ScriptAgent;
import dev.remotenode.lab.wire.RecordPeer;
import dev.remotenode.lab.wire.Requests;
import dev.remotenode.lrmd.message.Request;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The order of a reply and of the notifications around it. */
@ConformanceTest
class OrderIT {
    private static final Duration SELDOM = Duration.ofHours(1);

    private RecordPeer peer;
    private String id;

    @BeforeEach
    void registerResource(StandaloneNode node) {
        peer = node.connectForRecords();
        peer.signOn("peer", false);
        id = Controller.unusedId();
        assertSequence(
                Requests.register(id, ScriptAgent.PROVIDER, ScriptAgent.TYPE),
                "reply 0",
                "lrmd_rsc_register 0");
    }

    @AfterEach
    void disconnect() {
        peer.send(Requests.unregister(id));
        peer.receive();
        peer.close();
    }

    @Test
    void aPokeIsAnsweredAndThenHeard() {
        assertSequence(new Request.Poke(), "reply 0", "lrmd_rsc_poke 0");
    }

    @Test
    void anOperationIsAcceptedAndThenEnds() {
        assertSequence(
                Requests.once(id, "start", ScriptAgent.does("true")),
                "reply with a call id",
                "start done");
    }

    @Test
    void anOperationThatFailsBeforeItsRunIsAcceptedFirst() {
        assertSequence(
                Requests.register(id, "nobody", "Nothing"), "reply 0", "lrmd_rsc_register 0");

        assertSequence(
                Requests.once(id, "start", ScriptAgent.does("true")),
                "reply with a call id",
                "start ended with status 7");
    }

    @Test
    void aCancellationIsHeardBeforeItsReply() {
        monitorSeldom("true");

        assertSequence(Requests.cancel(id, "monitor", SELDOM), "monitor cancelled", "reply 0");
    }

    @Test
    void aKilledOperationIsHeardOfBeforeTheReplyToItsCancellation(StandaloneNode node) {
        try (Gate gate = new Gate(node.host(), id)) {
            assertSequence(
                    Requests.recurring(id, "monitor", SELDOM, ScriptAgent.does(gate.pass())),
                    "reply with a call id");
            gate.awaitArrival();

            assertSequence(Requests.cancel(id, "monitor", SELDOM), "monitor cancelled", "reply 0");
        }
    }

    @Test
    void aStopIsAcceptedAfterWhatItCancels() {
        monitorSeldom("true");

        assertSequence(
                Requests.once(id, "stop", ScriptAgent.does("true")),
                "monitor cancelled",
                "reply with a call id",
                "stop done");
    }

    @Test
    void anUnregistrationIsAnsweredAfterWhatItCancelsAndThenHeard() {
        monitorSeldom("true");

        assertSequence(
                Requests.unregister(id),
                "monitor cancelled, deleted",
                "reply 0",
                "lrmd_rsc_unregister 0");
    }

    @Test
    void aReplacementIsAnsweredAfterWhatItCancels() {
        monitorSeldom("true");

        assertSequence(
                Requests.register(id, "pacemaker", "Dummy"),
                "monitor cancelled",
                "reply 0",
                "lrmd_rsc_register 0");
    }

    private void monitorSeldom(String commands) {
        assertSequence(
                Requests.recurring(id, "monitor", SELDOM, ScriptAgent.does(commands)),
                "reply with a call id",
                "monitor done");
    }

    private void assertSequence(Request request, String... messages) {
        peer.send(request);
        assertEquals(List.of(messages), Transcript.next(messages.length, peer));
    }
}
