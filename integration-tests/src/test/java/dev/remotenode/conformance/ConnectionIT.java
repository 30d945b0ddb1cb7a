package dev.remotenode.conformance;

import static dev.remotenode.conformance.Codes.DONE;
import static dev.remotenode.conformance.Codes.OK;
import static dev.remotenode.conformance.Controller.assertEnded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.StandaloneNode;
import dev.remotenode.lab.agent.Gate;
import dev.remotenode.lab.agent.ScriptAgent;
import dev.remotenode.lab.host.Await;
import dev.remotenode.lab.wire.ClusterPeer;
import dev.remotenode.lab.wire.Frame;
import dev.remotenode.lab.wire.RecordPeer;
import dev.remotenode.lab.wire.Requests;
import dev.remotenode.lrmd.message.Notification.NewClient;
import dev.remotenode.lrmd.message.Reply.ResourceOperations;
import dev.remotenode.lrmd.message.Request;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several cluster nodes at once, one after the other, and none. */
@ConformanceTest
class ConnectionIT {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration SELDOM = Duration.ofHours(1);

    @Test
    void announcesANewClientToTheOthersBeforeItSignsOn(StandaloneNode node, Controller controller) {
        try (ClusterPeer newcomer = node.connect()) {
            controller.peer().notices().take(NewClient.class, _ -> true, LIMIT);

            newcomer.signOn("newcomer", false);
            newcomer.ask(new Request.Poke());
            assertTrue(
                    newcomer.notices().takeAll().stream().noneMatch(NewClient.class::isInstance));
        }
        assertTrue(controller.soFar().stream().noneMatch(NewClient.class::isInstance));
    }

    @Test
    void letsANewClientTakeOverWhatTheOldOneBegan(StandaloneNode node, Controller controller) {
        Journal journal;
        String id;
        try (Controller old = Controller.signedOn(node)) {
            id = Controller.unusedId();
            journal = new Journal(node.host(), id);
            old.peer().ask(Requests.register(id, ScriptAgent.PROVIDER, ScriptAgent.TYPE));
            old.run(id, "start", journal.note("start"));
            old.repeat(id, "monitor", Duration.ofMillis(20), journal.note("monitor"));
        }

        assertEnded(DONE, OK, controller.peer().awaitCompletion(id, "monitor"));

        assertEquals(1, Recurring.of(controller, id).operations().size());
        assertEquals(1, journal.lines().stream().filter("start"::equals).count());
        controller.returnCode(Requests.unregister(id));
    }

    @Test
    void endsAnOperationWhoseOriginatorHasGone(StandaloneNode node, Controller controller) {
        String id = controller.register();
        try (Gate gate = new Gate(node.host(), id)) {
            int call;
            try (Controller originator = Controller.signedOn(node)) {
                call = originator.execute(id, "start", gate.pass());
                gate.awaitArrival();
            }
            gate.open();

            assertEnded(DONE, OK, controller.completion(call));
        }
    }

    @Test
    void dropsRecurringOperationsWithItsLastClientWhereThatWasWanted(StandaloneNode node) {
        String dropped = Controller.unusedId();
        String kept = Controller.unusedId();
        try (RecordPeer peer = node.connectForRecords()) {
            peer.signOn("peer", false);
            peer.send(registrationToDrop(dropped));
            peer.send(Requests.register(kept, ScriptAgent.PROVIDER, ScriptAgent.TYPE));
            for (String id : List.of(dropped, kept)) {
                peer.send(Requests.recurring(id, "monitor", SELDOM, ScriptAgent.does("true")));
                Transcript.completionOf("monitor", peer);
            }
        }

        // Closing is not answered: the daemon may notice it only after the next one has connected.
        Await.until("the drop", LIMIT, () -> operations(dropped, node) == 0);

        assertEquals(1, operations(kept, node));
        try (ClusterPeer peer = node.connect()) {
            peer.ask(Requests.unregister(dropped));
            peer.ask(Requests.unregister(kept));
        }
    }

    @Test
    void keepsRecurringOperationsWhileAnyClientIsConnected(
            StandaloneNode node, Controller controller) {
        String id = Controller.unusedId();
        try (RecordPeer peer = node.connectForRecords()) {
            peer.signOn("peer", false);
            peer.send(registrationToDrop(id));
            peer.send(
                    Requests.recurring(
                            id, "monitor", Duration.ofMillis(20), ScriptAgent.does("true")));
            Transcript.completionOf("monitor", peer);
        }

        controller.peer().notices().takeAll();
        for (int run = 0; run < 3; run++) {
            assertEnded(DONE, OK, controller.peer().awaitCompletion(id, "monitor"));
        }
        controller.returnCode(Requests.unregister(id));
    }

    /** With the option as Pacemaker 2.1 sends it. */
    private static Frame registrationToDrop(String id) {
        return Frame.around(
                """
                <lrmd_command t="lrmd" lrmd_op="lrmd_rsc_register" lrmd_callopt="3"
                  lrmd_remote_msg_type="request" lrmd_remote_msg_id="9"><lrmd_calldata>
                <lrmd_rsc lrmd_rsc_id="%s" lrmd_class="ocf" lrmd_provider="%s" lrmd_type="%s"/>
                </lrmd_calldata></lrmd_command>\
                """
                        .formatted(id, ScriptAgent.PROVIDER, ScriptAgent.TYPE));
    }

    private static int operations(String id, StandaloneNode node) {
        try (Controller asking = Controller.unnamed(node)) {
            ResourceOperations listed = Recurring.of(asking, id);
            return listed.operations().size();
        }
    }
}
