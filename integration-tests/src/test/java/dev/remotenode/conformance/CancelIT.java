package dev.remotenode.conformance;

import static dev.remotenode.conformance.Codes.ACCEPTED;
import static dev.remotenode.conformance.Codes.CANCELLED;
import static dev.remotenode.conformance.Codes.DONE;
import static dev.remotenode.conformance.Codes.EINVAL;
import static dev.remotenode.conformance.Codes.ENODEV;
import static dev.remotenode.conformance.Codes.EOPNOTSUPP;
import static dev.remotenode.conformance.Codes.NOT_RUNNING;
import static dev.remotenode.conformance.Codes.OK;
import static dev.remotenode.conformance.Controller.assertEnded;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remotenode.lab.StandaloneNode;
import dev.remotenode.lab.agent.Gate;
import dev.remotenode.lab.agent.ScriptAgent;
import dev.remotenode.lab.wire.Requests;
import dev.remotenode.lrmd.message.Notification.ExecComplete;
import dev.remotenode.lrmd.message.Request;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What can be cancelled, in which state, and what is said then. */
@ConformanceTest
class CancelIT {
    private static final Duration SELDOM = Duration.ofHours(1);

    @Test
    void takesAPendingOperationOutOfTheQueue(StandaloneNode node, Controller controller) {
        String id = controller.register();
        Journal journal = new Journal(node.host(), id);
        try (Gate gate = new Gate(node.host(), id)) {
            int running = controller.execute(id, "start", gate.pass());
            int pending = controller.execute(id, "monitor", journal.note("monitor"));

            cancel(id, "monitor", Duration.ZERO, controller);

            ExecComplete end = assertEnded(CANCELLED, OK, controller.completion(pending));
            assertEquals(0, end.outcome().runTime());
            assertEquals(0, end.outcome().executionTime());
            assertEquals(Optional.empty(), end.outcome().exitReason());
            gate.open();
            assertEnded(DONE, OK, controller.completion(running));
            controller.run(id, "stop", "true");
            assertEquals(List.of(), journal.lines());
        }
    }

    @Test
    void takesADelayedOperationOutOfTheQueue(Controller controller) {
        String id = controller.register();
        int delayed =
                controller.execute(
                        Requests.delayed(
                                Requests.once(id, "start", ScriptAgent.does("true")), SELDOM));

        cancel(id, "start", Duration.ZERO, controller);

        assertEnded(CANCELLED, OK, controller.completion(delayed));
        assertEnded(DONE, OK, controller.run(id, "monitor", "true"));
    }

    @Test
    void endsARecurringOperationBetweenRunsWithItsLastExitCode(Controller controller) {
        String id = controller.register();
        int call = controller.repeat(id, "monitor", SELDOM, "exit 7");
        ExecComplete last = controller.completion(call);

        cancel(id, "monitor", SELDOM, controller);

        ExecComplete end = assertEnded(CANCELLED, NOT_RUNNING, controller.completion(call));
        assertEquals(last.outcome().changeTime(), end.outcome().changeTime());
        assertEquals(List.of(), Recurring.of(controller, id).operations());
        assertEquals(EOPNOTSUPP, controller.returnCode(Requests.cancel(id, "monitor", SELDOM)));
    }

    @Test
    void killsTheRunOfARecurringOperationWithAllItsChildren(
            StandaloneNode node, Controller controller) {
        String id = controller.register();
        try (Gate gate = new Gate(node.host(), id)) {
            int call = controller.repeat(id, "monitor", SELDOM, Family.children(id) + gate.pass());
            gate.awaitArrival();
            Family.assertAlive(node.host(), id);

            cancel(id, "monitor", SELDOM, controller);

            assertEnded(CANCELLED, OK, controller.completion(call));
            Family.awaitGone(node.host(), id);
        }
    }

    @Test
    void reportsARecurringOperationBlockedByAnotherAsCancelled(
            StandaloneNode node, Controller controller) {
        String id = controller.register();
        Duration often = Duration.ofMillis(10);
        try (Gate gate = new Gate(node.host(), id)) {
            int call = controller.repeat(id, "monitor", often, "exit 7");
            controller.completion(call);
            int running = controller.execute(id, "reload", gate.pass());
            gate.awaitArrival();

            cancel(id, "monitor", often, controller);

            controller
                    .peer()
                    .awaitCompletion(complete ->
                            complete.callId() == call
                                    && complete.outcome().executionStatus() == CANCELLED
                                    && complete.outcome().exitCode() == NOT_RUNNING);
            gate.open();
            assertEnded(DONE, OK, controller.completion(running));
        }
    }

    @Test
    void cannotEndAnOperationThatRunsOnce(StandaloneNode node, Controller controller) {
        String id = controller.register();
        try (Gate gate = new Gate(node.host(), id)) {
            int call = controller.execute(id, "start", gate.pass());
            gate.awaitArrival();

            assertEquals(
                    EOPNOTSUPP, controller.returnCode(Requests.cancel(id, "start", Duration.ZERO)));

            gate.open();
            assertEnded(DONE, OK, controller.completion(call));
        }
    }

    @Test
    void needsTheExactActionAndInterval(Controller controller) {
        String id = controller.register();
        controller.completion(controller.repeat(id, "monitor", SELDOM, "true"));

        for (Request.Cancel other :
                List.of(
                        Requests.cancel(id, "monitor", SELDOM.plusMillis(1)),
                        Requests.cancel(id, "status", SELDOM),
                        Requests.cancel(id, "Monitor", SELDOM))) {
            assertEquals(EOPNOTSUPP, controller.returnCode(other), other::toString);
        }
        assertEquals(1, Recurring.of(controller, id).operations().size());
    }

    @Test
    void doesNotLookAtTheCaseOfAPendingAction(StandaloneNode node, Controller controller) {
        String id = controller.register();
        try (Gate gate = new Gate(node.host(), id)) {
            int running = controller.execute(id, "start", gate.pass());
            int pending = controller.execute(id, "monitor", "true");

            cancel(id, "MONITOR", Duration.ZERO, controller);

            assertEnded(CANCELLED, OK, controller.completion(pending));
            gate.open();
            controller.completion(running);
        }
    }

    @Test
    void needsAKnownResourceAndAnAction(Controller controller) {
        assertEquals(
                ENODEV,
                controller.returnCode(Requests.cancel(Controller.unusedId(), "monitor", SELDOM)));
        assertEquals(
                EINVAL,
                controller.returnCode(
                        new Request.Cancel(Optional.empty(), Optional.of("monitor"), 0)));
        assertEquals(
                EINVAL,
                controller.returnCode(
                        new Request.Cancel(
                                Optional.of(controller.register()), Optional.empty(), 0)));
    }

    private static void cancel(String id, String action, Duration interval, Controller controller) {
        assertEquals(ACCEPTED, controller.returnCode(Requests.cancel(id, action, interval)));
    }
}
