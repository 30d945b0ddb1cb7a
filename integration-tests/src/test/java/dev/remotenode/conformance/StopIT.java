package dev.remotenode.conformance;

import static dev.remotenode.conformance.Codes.CANCELLED;
import static dev.remotenode.conformance.Codes.DONE;
import static dev.remotenode.conformance.Codes.OK;
import static dev.remotenode.conformance.Controller.assertEnded;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remotenode.lab.StandaloneNode;
import dev.remotenode.lab.agent.Gate;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stop ends what recurs, and then takes its turn. */
@ConformanceTest
class StopIT {
    private static final Duration SELDOM = Duration.ofHours(1);

    @ParameterizedTest
    @ValueSource(strings = {"stop", "STOP"})
    void cancelsAllRecurringOperations(String stop, Controller controller) {
        String id = controller.register();
        int monitor = controller.repeat(id, "monitor", SELDOM, "exit 7");
        int probe = controller.repeat(id, "probe", SELDOM, "true");
        controller.completion(monitor);
        controller.completion(probe);

        int call = controller.execute(id, stop, "true");

        assertEnded(CANCELLED, Codes.NOT_RUNNING, controller.completion(monitor));
        assertEnded(CANCELLED, OK, controller.completion(probe));
        assertEnded(DONE, OK, controller.completion(call));
        assertEquals(List.of(), Recurring.of(controller, id).operations());
    }

    @Test
    void killsARecurringOperationInItsRun(StandaloneNode node, Controller controller) {
        String id = controller.register();
        try (Gate gate = new Gate(node.host(), id)) {
            int monitor =
                    controller.repeat(id, "monitor", SELDOM, Family.children(id) + gate.pass());
            gate.awaitArrival();

            int stop = controller.execute(id, "stop", "true");

            assertEnded(CANCELLED, OK, controller.completion(monitor));
            assertEnded(DONE, OK, controller.completion(stop));
            Family.awaitGone(node.host(), id);
        }
    }

    @Test
    void cancelsARecurringOperationThatHasNotBegun(StandaloneNode node, Controller controller) {
        String id = controller.register();
        try (Gate gate = new Gate(node.host(), id)) {
            int start = controller.execute(id, "start", gate.pass());
            int monitor = controller.repeat(id, "monitor", SELDOM, "true");
            int stop = controller.execute(id, "stop", "true");

            assertEnded(CANCELLED, OK, controller.completion(monitor));
            gate.open();
            assertEnded(DONE, OK, controller.completion(start));
            assertEnded(DONE, OK, controller.completion(stop));
        }
    }

    @Test
    void waitsForAnOperationThatRunsOnce(StandaloneNode node, Controller controller) {
        String id = controller.register();
        try (Gate gate = new Gate(node.host(), id)) {
            int start = controller.execute(id, "start", gate.pass());
            gate.awaitArrival();
            int stop = controller.execute(id, "stop", "true");
            assertEquals(List.of(), controller.completionsSoFar(id));

            gate.open();

            assertEnded(DONE, OK, controller.completion(start));
            assertEnded(DONE, OK, controller.completion(stop));
        }
    }
}
