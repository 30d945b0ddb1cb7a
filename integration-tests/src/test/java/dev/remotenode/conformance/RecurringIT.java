package dev.remotenode.conformance;

import static dev.remotenode.conformance.Codes.DONE;
import static dev.remotenode.conformance.Codes.ENODEV;
import static dev.remotenode.conformance.Codes.ERROR;
import static dev.remotenode.conformance.Codes.NOT_RUNNING;
import static dev.remotenode.conformance.Codes.OK;
import static dev.remotenode.conformance.Codes.TIMED_OUT;
import static dev.remotenode.conformance.Controller.assertEnded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.StandaloneNode;
import dev.remotenode.lab.agent.ScriptAgent;
import dev.remotenode.lab.wire.Requests;
import dev.remotenode.lrmd.message.Reply.RecurringOperation;
import dev.remotenode.lrmd.message.Reply.ResourceOperations;
import dev.remotenode.lrmd.message.Request;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Operations with an interval are run again and again, whatever they find. */
@ConformanceTest
class RecurringIT {
    private static final Duration SOON = Duration.ofMillis(20);

    @Test
    void areReportedAfterEachRun(Controller controller) {
        int call = controller.repeat(controller.register(), "monitor", SOON, "true");

        for (int run = 0; run < 3; run++) {
            assertEnded(DONE, OK, controller.completion(call));
        }
    }

    @Test
    void goOnAfterAFailure(Controller controller) {
        int call = controller.repeat(controller.register(), "monitor", SOON, "exit 7");

        for (int run = 0; run < 3; run++) {
            assertEnded(DONE, NOT_RUNNING, controller.completion(call));
        }
    }

    @Test
    void goOnAfterATimeout(Controller controller) {
        int call =
                controller.execute(
                        Requests.exec(
                                controller.register(),
                                "monitor",
                                SOON,
                                Duration.ofMillis(100),
                                ScriptAgent.does("sleep 1d")));

        for (int run = 0; run < 2; run++) {
            assertEnded(TIMED_OUT, ERROR, controller.completion(call));
        }
    }

    @Test
    void tellWhenTheStateOfTheResourceChanges(StandaloneNode node, Controller controller) {
        String id = controller.register();
        String state = "/run/" + id + ".state";
        int call = controller.repeat(id, "monitor", SOON, "test -e " + state + " || exit 7");

        assertEnded(DONE, NOT_RUNNING, controller.completion(call));
        node.host().write(state, "");
        controller
                .peer()
                .awaitCompletion(complete ->
                        complete.callId() == call && complete.outcome().exitCode() == OK);
    }

    @Test
    void goOnWithNobodyConnected(StandaloneNode node) {
        Journal journal = new Journal(node.host(), "goOnWithNobodyConnected");
        String id = Controller.unusedId();
        try (var peer = node.connect()) {
            peer.signOn("peer", false);
            peer.ask(Requests.register(id, ScriptAgent.PROVIDER, ScriptAgent.TYPE));
            peer.ask(
                    Requests.recurring(
                            id, "monitor", SOON, ScriptAgent.does(journal.note("monitor"))));
            peer.awaitCompletion(id, "monitor");
        }

        journal.awaitMore(3);

        try (var peer = node.connect()) {
            peer.ask(Requests.unregister(id));
        }
    }

    @Test
    void areListedWithTheirTimeouts(Controller controller) {
        String id = controller.register();
        controller.run(id, "start", "true");
        controller.completion(controller.repeat(id, "monitor", Duration.ofHours(1), "true"));

        assertEquals(
                new ResourceOperations(
                        id, List.of(new RecurringOperation("monitor", 3_600_000, 20_000))),
                Recurring.of(controller, id));
    }

    @Test
    void areNotListedBeforeTheirFirstRun(Controller controller) {
        String id = controller.register();
        controller.execute(
                Requests.delayed(
                        Requests.recurring(id, "monitor", SOON, ScriptAgent.does("true")),
                        Duration.ofHours(1)));

        assertEquals(new ResourceOperations(id, List.of()), Recurring.of(controller, id));
    }

    @Test
    void areListedForAllResources(Controller controller) {
        String idle = controller.register();
        String watched = controller.register();
        controller.completion(controller.repeat(watched, "monitor", SOON, "true"));

        List<ResourceOperations> all = Recurring.all(controller);

        assertTrue(all.contains(new ResourceOperations(idle, List.of())), all::toString);
        assertTrue(all.contains(Recurring.of(controller, watched)), all::toString);
    }

    @Test
    void areNotListedForAnUnknownResource(Controller controller) {
        assertEquals(
                ENODEV,
                controller.returnCode(
                        new Request.GetRecurring(Optional.of(Controller.unusedId()))));
    }
}
