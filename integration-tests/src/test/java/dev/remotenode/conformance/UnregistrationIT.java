package dev.remotenode.conformance;

import static dev.remotenode.conformance.Codes.ACCEPTED;
import static dev.remotenode.conformance.Codes.CANCELLED;
import static dev.remotenode.conformance.Codes.DONE;
import static dev.remotenode.conformance.Codes.EINPROGRESS;
import static dev.remotenode.conformance.Codes.OK;
import static dev.remotenode.conformance.Controller.assertEnded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.StandaloneNode;
import dev.remotenode.lab.agent.Gate;
import dev.remotenode.lab.agent.ScriptAgent;
import dev.remotenode.lab.wire.Requests;
import dev.remotenode.lrmd.message.Notification.ExecComplete;
import dev.remotenode.lrmd.message.Notification.Kind;
import dev.remotenode.lrmd.message.Request;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of the operations of a resource that is forgotten. */
@ConformanceTest
class UnregistrationIT {
    private static final Duration SELDOM = Duration.ofHours(1);

    @Test
    void letsARunningOperationEndAndSaysThatItGoesOn(StandaloneNode node, Controller controller) {
        String id = controller.register();
        try (Gate gate = new Gate(node.host(), id)) {
            int call = controller.execute(id, "start", gate.pass());
            gate.awaitArrival();

            unregister(EINPROGRESS, id, controller);

            gate.open();
            assertTrue(assertEnded(DONE, OK, controller.completion(call)).resourceDeleted());
        }
    }

    @Test
    void doesNotCallAResourceDeletedThatIsThereAgain(StandaloneNode node, Controller controller) {
        String id = controller.register();
        try (Gate gate = new Gate(node.host(), id)) {
            int call = controller.execute(id, "start", gate.pass());
            gate.awaitArrival();
            unregister(EINPROGRESS, id, controller);
            controller.register(Requests.register(id, ScriptAgent.PROVIDER, ScriptAgent.TYPE));

            gate.open();
            assertFalse(controller.completion(call).resourceDeleted());
        }
    }

    @Test
    void cancelsARecurringOperationInItsRun(StandaloneNode node, Controller controller) {
        String id = controller.register();
        try (Gate gate = new Gate(node.host(), id)) {
            int call = controller.repeat(id, "monitor", SELDOM, gate.pass());
            gate.awaitArrival();

            unregister(EINPROGRESS, id, controller);

            assertCancelledWithIt(OK, controller.completion(call));
        }
    }

    @Test
    void cancelsARecurringOperationBetweenRuns(Controller controller) {
        String id = controller.register();
        int call = controller.repeat(id, "monitor", SELDOM, "exit 7");
        controller.completion(call);

        unregister(ACCEPTED, id, controller);

        assertCancelledWithIt(Codes.NOT_RUNNING, controller.completion(call));
    }

    @Test
    void cancelsAPendingOperation(Controller controller) {
        String id = controller.register();
        int call =
                controller.execute(
                        Requests.delayed(
                                Requests.once(id, "start", ScriptAgent.does("true")), SELDOM));

        unregister(ACCEPTED, id, controller);

        assertCancelledWithIt(OK, controller.completion(call));
    }

    @Test
    void cancelsWithoutDeletingWhenTheResourceIsReplaced(Controller controller) {
        String id = controller.register();
        int call = controller.repeat(id, "monitor", SELDOM, "true");
        controller.completion(call);

        controller.register(Requests.register(id, "pacemaker", "Dummy"));

        ExecComplete end = assertEnded(CANCELLED, OK, controller.completion(call));
        assertFalse(end.resourceDeleted());
    }

    private static void unregister(int returnCode, String id, Controller controller) {
        assertEquals(
                returnCode, controller.returnCode(new Request.UnregisterResource(Optional.of(id))));
        assertEquals(returnCode, controller.served(Kind.RESOURCE_UNREGISTERED, id).returnCode());
    }

    private static void assertCancelledWithIt(int exitCode, ExecComplete end) {
        assertTrue(assertEnded(CANCELLED, exitCode, end).resourceDeleted());
    }
}
