package dev.remotenode.conformance;

import static dev.remotenode.conformance.Codes.DONE;
import static dev.remotenode.conformance.Codes.EINVAL;
import static dev.remotenode.conformance.Codes.ENODEV;
import static dev.remotenode.conformance.Codes.ERROR;
import static dev.remotenode.conformance.Codes.FATAL_ERROR;
import static dev.remotenode.conformance.Codes.OK;
import static dev.remotenode.conformance.Controller.assertEnded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.StandaloneNode;
import dev.remotenode.lab.agent.ScriptAgent;
import dev.remotenode.lab.wire.Frame;
import dev.remotenode.lab.wire.RecordPeer;
import dev.remotenode.lab.wire.Requests;
import dev.remotenode.lrmd.message.AgentAddress;
import dev.remotenode.lrmd.message.Reply;
import dev.remotenode.lrmd.message.Request;
import dev.remotenode.lrmd.xml.Element;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An operation is asked for, accepted under a number, and reported under it. */
@ConformanceTest
class ExecutionIT {
    @Test
    void acceptsAnOperationUnderTheNumberOfItsRequest(Controller controller) {
        Request exec = Requests.once(controller.register(), "start", ScriptAgent.does("true"));
        Reply reply = controller.peer().ask(exec);

        assertEquals(reply.callId(), reply.returnCode());
        assertEnded(DONE, OK, controller.completion(reply.callId()));
    }

    @Test
    void refusesAnOperationOfAnUnknownResource(Controller controller) {
        assertEquals(
                ENODEV,
                controller.returnCode(Requests.once(Controller.unusedId(), "start", Map.of())));
    }

    @Test
    void refusesAnOperationOfNoResource(Controller controller) {
        Request.Exec exec = Requests.once("any", "start", Map.of());
        var nobodys = new Request.Exec(Optional.empty(), exec.operation(), false, false);

        assertEquals(EINVAL, controller.returnCode(nobodys));
    }

    @Test
    void echoesWhatWasAsked(Controller controller) {
        var operation =
                new Request.Operation(
                        "Start",
                        0,
                        20_000,
                        1,
                        Optional.of("12:3:0:0a1b2c"),
                        new LinkedHashMap<>(Map.of("p", "v")));
        var exec = new Request.Exec(Optional.of(controller.register()), operation, false, false);

        assertEquals(operation, controller.run(exec).operation());
    }

    @Test
    void echoesNoUserDataWhereThereWasNone(Controller controller) {
        String id = controller.register();
        var operation =
                new Request.Operation("start", 0, 0, 0, Optional.empty(), new LinkedHashMap<>());
        var exec = new Request.Exec(Optional.of(id), operation, false, false);

        assertEquals(Optional.empty(), controller.run(exec).operation().userData());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "soon", ""})
    void takesAnIntervalThatIsNoneForOnce(String interval, StandaloneNode node) {
        try (Controller controller = Controller.signedOn(node);
                RecordPeer peer = node.connectForRecords()) {
            peer.signOn("peer", false);
            peer.send(
                    Frame.around(
                            """
                            <lrmd_command t="lrmd" lrmd_op="lrmd_rsc_exec" lrmd_callopt="2"
                              lrmd_remote_msg_type="request" lrmd_remote_msg_id="2">
                            <lrmd_calldata><lrmd_rsc lrmd_rsc_id="%s" lrmd_rsc_action="start"
                              lrmd_rsc_interval="%s"><attributes/></lrmd_rsc></lrmd_calldata>
                            </lrmd_command>\
                            """
                                    .formatted(controller.register(), interval)));

            Element completion = Transcript.completionOf("start", peer);
            assertEquals(Optional.of("0"), completion.attribute("lrmd_rsc_interval"));
        }
    }

    @Test
    void reportsEveryFieldOfACompletion(StandaloneNode node) {
        try (Controller controller = Controller.signedOn(node);
                RecordPeer peer = node.connectForRecords()) {
            peer.signOn("peer", false);
            String id = controller.register();
            int call = controller.execute(id, "start", "true");

            Element completion = Transcript.completionOf("start", peer);
            for (String name :
                    List.of(
                            "lrmd_rsc_interval",
                            "lrmd_rsc_start_delay",
                            "lrmd_timeout",
                            "lrmd_run_time",
                            "lrmd_rcchange_time",
                            "lrmd_exec_time",
                            "lrmd_queue_time")) {
                assertTrue(completion.attribute(name).isPresent(), name);
            }
            Map.of(
                            "lrmd_remote_msg_type", "notify",
                            "lrmd_remote_msg_id", "0",
                            "lrmd_op", "lrmd_rsc_exec",
                            "lrmd_callid", Integer.toString(call),
                            "lrmd_rsc_id", id,
                            "lrmd_exec_rc", "0",
                            "lrmd_exec_op_status", "0",
                            "lrmd_rsc_deleted", "0")
                    .forEach((name, value) ->
                            assertEquals(Optional.of(value), completion.attribute(name), name));
            assertTrue(completion.child("attributes").isPresent());
            assertEquals(Optional.empty(), completion.attribute("lrmd_rsc_output"));
            assertEquals(Optional.empty(), completion.attribute("lrmd_rsc_exit_reason"));
        }
    }

    @Test
    void reportsAnOperationWithoutAnAction(Controller controller) {
        var end = controller.run(Requests.once(controller.register(), "", Map.of()));

        assertIncomplete(end.outcome());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "none"})
    void reportsAnOcfAgentWithoutAProvider(String provider, Controller controller) {
        String id = Controller.unusedId();
        controller.register(
                new Request.RegisterResource(
                        Optional.of(id),
                        new AgentAddress(
                                "ocf",
                                Optional.of(provider).filter(given -> given.isEmpty()),
                                "Dummy"),
                        false));

        assertIncomplete(controller.run(Requests.once(id, "start", Map.of())).outcome());
    }

    @Test
    void hasNoLimitWithoutATimeout(Controller controller) {
        var exec =
                Requests.exec(
                        controller.register(),
                        "start",
                        Duration.ZERO,
                        Duration.ZERO,
                        ScriptAgent.does("sleep 0.2"));

        assertEnded(DONE, OK, controller.run(exec));
    }

    private static void assertIncomplete(dev.remotenode.lrmd.message.Notification.Outcome outcome) {
        assertEquals(FATAL_ERROR, outcome.executionStatus());
        assertEquals(ERROR, outcome.exitCode());
        assertEquals(
                Optional.of("Required agent or action information missing"), outcome.exitReason());
    }
}
