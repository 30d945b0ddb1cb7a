package dev.remotenode.conformance;

import static dev.remotenode.conformance.Codes.DONE;
import static dev.remotenode.conformance.Codes.ERROR;
import static dev.remotenode.conformance.Codes.EXECUTION_ERROR;
import static dev.remotenode.conformance.Codes.NOT_RUNNING;
import static dev.remotenode.conformance.Codes.OK;
import static dev.remotenode.conformance.Controller.assertEnded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.StandaloneNode;
import dev.remotenode.lab.junit.BeyondReference;
import dev.remotenode.lab.wire.Requests;
import dev.remotenode.lrmd.message.AgentAddress;
import dev.remotenode.lrmd.message.Notification.ExecComplete;
import dev.remotenode.lrmd.message.Request;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Fence devices as resources: the fencer of a connected cluster node runs them. */
@ConformanceTest
class FenceDeviceIT {
    private static final String REASON = "Pacemaker's daemon waits for itself, for ever";

    private static final Map<String, String> PARAMETERS = Map.of("ip", "192.0.2.1");

    @Test
    @BeyondReference(REASON)
    void isStartedWatchedAndStopped(Controller controller, StandaloneNode node) {
        String id = register(controller);
        try (PlayedFencer fencer = new PlayedFencer(node)) {
            start(id, controller, fencer);
            assertEnded(DONE, OK, controller.run(Requests.once(id, "monitor", PARAMETERS)));

            int monitor = controller.execute(monitoring(id));
            fencer.awaitRequest("st_execute");
            fencer.tell(answer(3, 0, 0, ""));
            assertEnded(DONE, OK, controller.completion(monitor));
            fencer.awaitRequest("st_execute");
            fencer.tell(answer(4, 1, 4, "no route"));
            ExecComplete failure = controller.completion(monitor);
            assertEnded(EXECUTION_ERROR, ERROR, failure);
            assertEquals(Optional.of("no route"), failure.outcome().exitReason());

            fencer.awaitRequest("st_execute");
            int stop = controller.execute(Requests.once(id, "stop", PARAMETERS));
            fencer.awaitRequest("st_device_remove");
            fencer.respond(answer(6, 0, 0, ""));
            assertEnded(DONE, OK, controller.completion(stop));
            assertEnded(
                    EXECUTION_ERROR,
                    NOT_RUNNING,
                    controller.run(Requests.once(id, "monitor", PARAMETERS)));
        }
    }

    @Test
    @BeyondReference(REASON)
    void failsAtOnceWhenTheClusterNodeGoes(Controller controller, StandaloneNode node) {
        String id = register(controller);
        int monitor;
        try (PlayedFencer fencer = new PlayedFencer(node)) {
            start(id, controller, fencer);
            monitor = controller.execute(monitoring(id));
            fencer.awaitRequest("st_execute");
        }

        ExecComplete failure = controller.completion(monitor);
        assertEnded(EXECUTION_ERROR, ERROR, failure);
        assertEquals(Optional.of("Lost connection to fencer"), failure.outcome().exitReason());
        ExecComplete probe = controller.run(Requests.once(id, "monitor", PARAMETERS));
        assertEnded(EXECUTION_ERROR, ERROR, probe);
    }

    /** The daemon goes on while a fencer says nothing. */
    @Test
    @BeyondReference(REASON)
    void canBeCancelledWhileTheFencerIsSilent(Controller controller, StandaloneNode node) {
        String id = register(controller);
        try (PlayedFencer fencer = new PlayedFencer(node)) {
            start(id, controller, fencer);
            int monitor = controller.execute(monitoring(id));
            fencer.awaitRequest("st_execute");

            assertEquals(
                    Codes.ACCEPTED,
                    controller.returnCode(Requests.cancel(id, "monitor", Duration.ofMillis(20))));
            assertEquals(
                    Codes.CANCELLED, controller.completion(monitor).outcome().executionStatus());
        }
    }

    private static void start(String id, Controller controller, PlayedFencer fencer) {
        int start = controller.execute(Requests.once(id, "start", PARAMETERS));
        fencer.letIn();
        String registration = fencer.awaitRequest("st_device_register");
        assertTrue(registration.contains("ip=\"192.0.2.1\""), registration);
        fencer.respond(answer(1, 0, 0, ""));
        fencer.awaitRequest("st_execute");
        fencer.tell(answer(2, 0, 0, ""));
        assertEnded(DONE, OK, controller.completion(start));
    }

    private static Request.Exec monitoring(String id) {
        return Requests.recurring(id, "monitor", Duration.ofMillis(20), PARAMETERS);
    }

    private static String register(Controller controller) {
        String id = Controller.unusedId();
        controller.register(
                new Request.RegisterResource(
                        Optional.of(id),
                        new AgentAddress("stonith", Optional.empty(), "fence_lab"),
                        false));
        return id;
    }

    private static String answer(int call, int exitStatus, int status, String reason) {
        return ("<st-reply t=\"stonith-ng\" st_callid=\"%d\" rc-code=\"%d\" op-status=\"%d\""
                        + " exit-reason=\"%s\"/>")
                .formatted(call, exitStatus, status, reason);
    }
}
