package dev.remotenode.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.StandaloneNode;
import dev.remotenode.lab.agent.Gate;
import dev.remotenode.lab.agent.ScriptAgent;
import dev.remotenode.lab.wire.Requests;
import dev.remotenode.lrmd.message.Notification.ExecComplete;
import dev.remotenode.lrmd.message.Notification.Outcome;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The times in a completion, as far as they follow from the order of events. */
@ConformanceTest
class TimingIT {
    @Test
    void tellWhenTheAgentWasStarted(Controller controller) {
        long before = Instant.now().getEpochSecond();
        Outcome outcome = controller.run(controller.register(), "start", "true").outcome();
        long after = Instant.now().getEpochSecond();

        assertTrue(before <= outcome.runTime() && outcome.runTime() <= after, outcome::toString);
    }

    @Test
    void countAStartDelayAsTimeInTheQueue(Controller controller) {
        Duration delay = Duration.ofMillis(250);
        var exec =
                Requests.delayed(
                        Requests.once(controller.register(), "start", ScriptAgent.does("true")),
                        delay);

        Outcome outcome = controller.run(exec).outcome();

        assertTrue(outcome.queueTime() >= delay.toMillis(), outcome::toString);
    }

    @Test
    void countTheRunOfAnotherAsTimeInTheQueue(StandaloneNode node, Controller controller) {
        String id = controller.register();
        int first = controller.execute(id, "start", "sleep 0.25");
        int second = controller.execute(id, "monitor", "true");

        Outcome firstEnd = controller.completion(first).outcome();
        Outcome secondEnd = controller.completion(second).outcome();

        assertTrue(firstEnd.executionTime() >= 250, firstEnd::toString);
        assertTrue(secondEnd.queueTime() >= 200, secondEnd::toString);
    }

    @Test
    void tellNoChangeForASuccess(Controller controller) {
        Outcome outcome = controller.run(controller.register(), "start", "true").outcome();

        assertEquals(0, outcome.changeTime());
    }

    @Test
    void tellTheChangeToAFailure(Controller controller) {
        Outcome outcome = controller.run(controller.register(), "monitor", "exit 7").outcome();

        assertTrue(outcome.changeTime() >= outcome.runTime(), outcome::toString);
        assertTrue(outcome.runTime() > 0, outcome::toString);
    }

    @Test
    void keepTheChangeWhileTheResultStays(StandaloneNode node, Controller controller) {
        String id = controller.register();
        try (Gate gate = new Gate(node.host(), id)) {
            int call =
                    controller.repeat(
                            id, "monitor", Duration.ofMillis(10), gate.pass() + "; exit 7");
            gate.open();
            ExecComplete first = controller.completion(call);
            gate.open();
            ExecComplete second = controller.completion(call);

            assertTrue(first.outcome().changeTime() > 0, first::toString);
            assertEquals(first.outcome().changeTime(), second.outcome().changeTime());
        }
    }

    @Test
    void tellNothingOfLaterRunsOfARecurringOperation(Controller controller) {
        String id = controller.register();
        int call = controller.repeat(id, "monitor", Duration.ofMillis(10), "true");

        assertTrue(controller.completion(call).outcome().runTime() > 0);
        Outcome later = controller.completion(call).outcome();

        assertEquals(0, later.runTime());
        assertEquals(0, later.executionTime());
        assertEquals(0, later.queueTime());
    }
}
