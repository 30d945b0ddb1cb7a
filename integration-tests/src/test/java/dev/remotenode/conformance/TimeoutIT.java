package dev.remotenode.conformance;

import static dev.remotenode.conformance.Codes.DONE;
import static dev.remotenode.conformance.Codes.ERROR;
import static dev.remotenode.conformance.Codes.OK;
import static dev.remotenode.conformance.Codes.TIMED_OUT;
import static dev.remotenode.conformance.Controller.assertEnded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.StandaloneNode;
import dev.remotenode.lab.agent.ScriptAgent;
import dev.remotenode.lab.wire.Requests;
import dev.remotenode.lrmd.message.Notification.ExecComplete;
import dev.remotenode.lrmd.message.Request;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An agent that takes longer than it may is killed, and reported as late. */
@ConformanceTest
class TimeoutIT {
    private static final String FOR_EVER = "sleep 1d";
    private static final Duration SHORT = Duration.ofMillis(300);

    @ParameterizedTest
    @CsvSource({"300,300ms", "1200,1.200s"})
    void isReportedWithItsLimit(long millis, String text, Controller controller) {
        ExecComplete end =
                controller.run(limited(controller.register(), Duration.ofMillis(millis), FOR_EVER));

        assertEnded(TIMED_OUT, ERROR, end);
        assertEquals(Optional.of("Resource agent did not complete within " + text), limitIn(end));
        assertTrue(end.outcome().executionTime() >= millis, end::toString);
    }

    @Test
    void endsTheAgentWithAllItsChildren(StandaloneNode node, Controller controller) {
        String id = controller.register();
        int call = controller.execute(limited(id, SHORT, Family.children(id) + FOR_EVER));
        Family.assertAlive(node.host(), id);

        assertEnded(TIMED_OUT, ERROR, controller.completion(call));

        Family.awaitGone(node.host(), id);
    }

    @Test
    void endsOnlyTheAgentIfFailureShallBlock(StandaloneNode node, Controller controller) {
        String id = controller.register();
        Map<String, String> parameters =
                new HashMap<>(ScriptAgent.does(Family.children(id) + FOR_EVER));
        parameters.put("CRM_meta_on_fail", "Block");
        var exec = Requests.exec(id, "start", Duration.ZERO, SHORT, parameters);

        assertEnded(TIMED_OUT, ERROR, controller.run(exec));

        Family.assertAlive(node.host(), id);
    }

    @Test
    void keepsTheOutputButNotTheReasonOfTheAgent(Controller controller) {
        ExecComplete end =
                controller.run(
                        limited(
                                controller.register(),
                                SHORT,
                                "printf ocf-exit-reason:why >&2; " + FOR_EVER));

        assertEquals(Optional.of("ocf-exit-reason:why"), end.outcome().output());
        assertEquals(Optional.of("Resource agent did not complete within 300ms"), limitIn(end));
    }

    @Test
    void doesNotCountTheTimeInTheQueue(Controller controller) {
        String id = controller.register();
        int first = controller.execute(id, "start", "sleep 0.5");
        int second = controller.execute(limited(id, SHORT, "true"));

        assertEnded(DONE, OK, controller.completion(first));
        assertEnded(DONE, OK, controller.completion(second));
    }

    @Test
    void letsTheNextOperationRun(Controller controller) {
        String id = controller.register();
        controller.execute(limited(id, SHORT, FOR_EVER));

        assertEnded(DONE, OK, controller.run(id, "stop", "true"));
    }

    /** The exit reason, but for what may follow: what the agent was doing. */
    private static Optional<String> limitIn(ExecComplete end) {
        return end.outcome().exitReason().map(reason -> reason.split(": ", 2)[0]);
    }

    private static Request.Exec limited(String id, Duration timeout, String commands) {
        return Requests.exec(id, "start", Duration.ZERO, timeout, ScriptAgent.does(commands));
    }
}
