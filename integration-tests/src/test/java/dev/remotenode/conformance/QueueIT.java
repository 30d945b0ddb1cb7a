package dev.remotenode.conformance;

import static dev.remotenode.conformance.Codes.DONE;
import static dev.remotenode.conformance.Codes.OK;
import static dev.remotenode.conformance.Controller.assertEnded;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remotenode.lab.StandaloneNode;
import dev.remotenode.lab.agent.Gate;
import dev.remotenode.lab.agent.ScriptAgent;
import dev.remotenode.lab.wire.Requests;
import dev.remotenode.lrmd.message.Notification.ExecComplete;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** At any time one operation of a resource runs, and any number of resources. */
@ConformanceTest
class QueueIT {
    @Test
    void servesAResourceInTheOrderOfRequests(StandaloneNode node, Controller controller) {
        String id = controller.register();
        try (Gate gate = new Gate(node.host(), id)) {
            int first = controller.execute(id, "start", gate.pass());
            List<Integer> queued =
                    IntStream.range(0, 5)
                            .mapToObj(_ -> controller.execute(id, "monitor", "true"))
                            .toList();
            gate.awaitArrival();
            assertEquals(List.of(), controller.completionsSoFar(id));
            gate.open();

            controller.completion(first);
            for (int call : queued) {
                assertEquals(call, controller.peer().awaitCompletion(_ -> true).callId());
            }
        }
    }

    @Test
    void runsNeverTwoOperationsOfAResourceAtOnce(StandaloneNode node, Controller controller) {
        String id = controller.register();
        Journal overlaps = new Journal(node.host(), id + "-overlaps");
        String alone =
                "mkdir /run/lab/busy-%1$s || %2$s; sleep 0.01; rmdir /run/lab/busy-%1$s"
                        .formatted(id, overlaps.note("$action"));
        controller.repeat(id, "monitor", Duration.ofMillis(20), alone);
        controller.repeat(id, "monitor", Duration.ofMillis(30), alone);
        int last =
                IntStream.range(0, 20)
                        .map(_ -> controller.execute(id, "reload", alone))
                        .max()
                        .orElseThrow();

        controller.completion(last);

        assertEquals(List.of(), overlaps.lines());
    }

    @Test
    void doesNotLetResourcesWaitForEachOther(StandaloneNode node, Controller controller) {
        String slow = controller.register();
        try (Gate gate = new Gate(node.host(), slow)) {
            int held = controller.execute(slow, "start", gate.pass());
            gate.awaitArrival();

            assertEnded(DONE, OK, controller.run(controller.register(), "start", "true"));

            gate.open();
            controller.completion(held);
        }
    }

    @Test
    void holdsLaterOperationsBackDuringAStartDelay(Controller controller) {
        String id = controller.register();
        int delayed =
                controller.execute(
                        Requests.delayed(
                                Requests.once(id, "start", ScriptAgent.does("true")),
                                Duration.ofMillis(200)));
        int later = controller.execute(id, "monitor", "true");

        List<Integer> ends =
                List.of(nextOf(id, controller).callId(), nextOf(id, controller).callId());

        assertEquals(List.of(delayed, later), ends);
    }

    @Test
    void doesNotHoldRecurringOperationsBackDuringAStartDelay(
            StandaloneNode node, Controller controller) {
        String id = controller.register();
        Journal journal = new Journal(node.host(), id);
        controller.repeat(id, "monitor", Duration.ofMillis(20), journal.note("monitor"));
        journal.awaitMore(1);
        controller.execute(
                Requests.delayed(
                        Requests.once(id, "start", ScriptAgent.does("true")), Duration.ofHours(1)));

        journal.awaitMore(2);
    }

    @Test
    void holdsRecurringOperationsBackWhileAnotherRuns(StandaloneNode node, Controller controller) {
        String id = controller.register();
        Journal journal = new Journal(node.host(), id);
        try (Gate gate = new Gate(node.host(), id)) {
            controller.repeat(id, "monitor", Duration.ofMillis(10), journal.note("monitor"));
            journal.awaitMore(1);
            int held = controller.execute(id, "reload", gate.pass());
            gate.awaitArrival();
            int before = journal.lines().size();
            // Its many intervals pass while something else takes longer.
            controller.run(controller.register(), "start", "sleep 0.2");
            assertEquals(before, journal.lines().size());

            gate.open();
            controller.completion(held);
            journal.awaitMore(1);
        }
    }

    private static ExecComplete nextOf(String id, Controller controller) {
        return controller.peer().awaitCompletion(complete -> complete.resourceId().equals(id));
    }
}
