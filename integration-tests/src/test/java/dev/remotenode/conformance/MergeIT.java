package dev.remotenode.conformance;

import static dev.remotenode.conformance.Codes.ACCEPTED;
import static dev.remotenode.conformance.Codes.DONE;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A recurring operation that is asked for once more is the old one under a new number. */
@ConformanceTest
class MergeIT {
    private static final Duration SELDOM = Duration.ofHours(1);

    @Test
    void runsAWaitingOneAtOnceUnderTheNewNumber(Controller controller) {
        String id = controller.register();
        controller.completion(controller.repeat(id, "monitor", SELDOM, "true"));

        int again = controller.repeat(id, "monitor", SELDOM, "true");

        assertEnded(DONE, OK, controller.completion(again));
        assertEquals(1, Recurring.of(controller, id).operations().size());
    }

    @Test
    void takesTheUserDataButKeepsParametersAndTimeout(Controller controller) {
        String id = controller.register();
        controller.completion(controller.repeat(id, "monitor", SELDOM, "true"));
        var other =
                new Request.Operation(
                        "monitor",
                        SELDOM.toMillis(),
                        7_000,
                        0,
                        Optional.of("other user data"),
                        new LinkedHashMap<>(ScriptAgent.does("exit 7")));

        ExecComplete end = controller.run(new Request.Exec(Optional.of(id), other, false, false));

        assertEnded(DONE, OK, end);
        assertEquals(Optional.of("other user data"), end.operation().userData());
        assertEquals(ScriptAgent.does("true"), end.operation().parameters());
        assertEquals(20_000, end.operation().timeout());
    }

    @Test
    void reportsARunningOneOnlyUnderTheNewNumber(StandaloneNode node, Controller controller) {
        String id = controller.register();
        try (Gate gate = new Gate(node.host(), id)) {
            controller.repeat(id, "monitor", SELDOM, gate.pass());
            gate.awaitArrival();
            int again = controller.repeat(id, "monitor", SELDOM, gate.pass());
            gate.open();

            controller.completion(again);
            assertEquals(List.of(), controller.completionsSoFar(id));
        }
    }

    @Test
    void reportsAPendingOneOnlyUnderTheNewNumber(StandaloneNode node, Controller controller) {
        String id = controller.register();
        try (Gate gate = new Gate(node.host(), id)) {
            int start = controller.execute(id, "start", gate.pass());
            controller.repeat(id, "monitor", SELDOM, "true");
            int again = controller.repeat(id, "monitor", SELDOM, "true");
            gate.open();

            controller.completion(start);
            controller.completion(again);
            assertEquals(List.of(), controller.completionsSoFar(id));
        }
    }

    @Test
    void doesNotLookAtTheCaseOfTheAction(Controller controller) {
        String id = controller.register();
        controller.completion(controller.repeat(id, "monitor", SELDOM, "true"));

        ExecComplete end = controller.completion(controller.repeat(id, "MONITOR", SELDOM, "true"));

        assertEquals("monitor", end.operation().action());
        assertEquals(1, Recurring.of(controller, id).operations().size());
    }

    @Test
    void keepsOperationsOfDifferentIntervalsApart(Controller controller) {
        String id = controller.register();
        controller.completion(controller.repeat(id, "monitor", SELDOM, "true"));
        controller.completion(controller.repeat(id, "monitor", SELDOM.plusMillis(1), "true"));

        assertEquals(2, Recurring.of(controller, id).operations().size());
    }

    @Test
    void keepsOperationsWithoutAnIntervalApart(StandaloneNode node, Controller controller) {
        String id = controller.register();
        try (Gate gate = new Gate(node.host(), id)) {
            int first = controller.execute(id, "monitor", gate.pass());
            int second = controller.execute(id, "monitor", gate.pass());
            gate.open();
            controller.completion(first);
            gate.open();
            controller.completion(second);
        }
    }

    @Test
    void leavesOneToCancel(Controller controller) {
        String id = controller.register();
        for (int times = 0; times < 4; times++) {
            controller.completion(controller.repeat(id, "monitor", SELDOM, "true"));
        }

        assertEquals(ACCEPTED, controller.returnCode(Requests.cancel(id, "monitor", SELDOM)));

        assertEquals(List.of(), Recurring.of(controller, id).operations());
    }
}
