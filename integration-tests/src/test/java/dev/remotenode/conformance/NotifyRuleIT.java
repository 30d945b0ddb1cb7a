package dev.remotenode.conformance;

import static dev.remotenode.conformance.Codes.CANCELLED;
import static dev.remotenode.conformance.Codes.NOT_RUNNING;
import static dev.remotenode.conformance.Codes.OK;
import static dev.remotenode.conformance.Controller.assertEnded;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remotenode.lab.StandaloneNode;
import dev.remotenode.lab.agent.ScriptAgent;
import dev.remotenode.lab.wire.Requests;
import dev.remotenode.lrmd.message.Request;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who hears how an operation ended, and how often. */
@ConformanceTest
class NotifyRuleIT {
    private static final Duration SOON = Duration.ofMillis(20);
    private static final Duration SELDOM = Duration.ofHours(1);

    @Test
    void everybodyHearsOfAnOperation(StandaloneNode node, Controller controller) {
        try (Controller listener = Controller.signedOn(node)) {
            int call = controller.execute(controller.register(), "start", "true");

            controller.completion(call);
            listener.completion(call);
        }
    }

    @Test
    void onlyTheOriginatorHearsIfItWantsThat(StandaloneNode node, Controller controller) {
        try (Controller listener = Controller.signedOn(node)) {
            String id = controller.register();
            int call =
                    controller.execute(
                            Requests.originatorOnly(
                                    Requests.once(id, "start", ScriptAgent.does("true"))));

            controller.completion(call);
            assertEquals(List.of(), listener.completionsSoFar(id));
        }
    }

    @Test
    void nobodyHearsIfTheOriginatorHasGone(StandaloneNode node, Controller controller) {
        String id = controller.register();
        Journal journal = new Journal(node.host(), id);
        try (Controller originator = Controller.signedOn(node)) {
            originator.execute(
                    Requests.originatorOnly(
                            Requests.recurring(
                                    id, "monitor", SOON, ScriptAgent.does(journal.note("x")))));
            journal.awaitMore(1);
        }

        journal.awaitMore(3);

        assertEquals(List.of(), controller.completionsSoFar(id));
    }

    @Test
    void onlyTheOriginatorHearsOfACancellationBySomebodyElse(
            StandaloneNode node, Controller controller) {
        try (Controller other = Controller.signedOn(node)) {
            String id = controller.register();
            int call =
                    controller.execute(
                            Requests.originatorOnly(
                                    Requests.recurring(
                                            id, "monitor", SELDOM, ScriptAgent.does("true"))));
            controller.completion(call);

            other.returnCode(Requests.cancel(id, "monitor", SELDOM));

            assertEnded(CANCELLED, OK, controller.completion(call));
            assertEquals(List.of(), other.completionsSoFar(id));
        }
    }

    @Test
    void resultsThatStayTheSameAreHeardOnce(StandaloneNode node, Controller controller) {
        String id = controller.register();
        Journal journal = new Journal(node.host(), id);
        int call = controller.execute(changesOnly(id, SOON, journal.note("monitor")));
        controller.completion(call);

        // When the third of these has begun, the first two have been reported or not.
        journal.awaitMore(3);

        assertEquals(List.of(), controller.completionsSoFar(id));
    }

    @Test
    void aChangedExitCodeIsHeard(StandaloneNode node, Controller controller) {
        String id = controller.register();
        String state = "/run/" + id + ".state";
        int call = controller.execute(changesOnly(id, SOON, "test ! -e " + state + " || exit 7"));
        assertEquals(OK, controller.completion(call).outcome().exitCode());

        node.host().write(state, "");

        assertEquals(NOT_RUNNING, controller.completion(call).outcome().exitCode());
    }

    @Test
    void aChangedReasonAloneIsNotHeard(StandaloneNode node, Controller controller) {
        String id = controller.register();
        Journal journal = new Journal(node.host(), id);
        int call =
                controller.execute(
                        changesOnly(
                                id,
                                SOON,
                                journal.note("monitor")
                                        + "; echo ocf-exit-reason:$RANDOM >&2; exit 7"));
        controller.completion(call);

        journal.awaitMore(3);

        assertEquals(List.of(), controller.completionsSoFar(id));
    }

    @Test
    void aMergeIsHeardEvenIfNothingChanges(Controller controller) {
        String id = controller.register();
        controller.completion(controller.execute(changesOnly(id, SELDOM, "true")));

        controller.completion(controller.execute(changesOnly(id, SELDOM, "true")));
    }

    @Test
    void aCancellationIsHeardEvenIfOnlyChangesAre(Controller controller) {
        String id = controller.register();
        int call = controller.execute(changesOnly(id, SELDOM, "exit 7"));
        controller.completion(call);

        controller.returnCode(Requests.cancel(id, "monitor", SELDOM));

        assertEnded(CANCELLED, NOT_RUNNING, controller.completion(call));
    }

    private static Request.Exec changesOnly(String id, Duration interval, String commands) {
        return Requests.changesOnly(
                Requests.recurring(id, "monitor", interval, ScriptAgent.does(commands)));
    }
}
