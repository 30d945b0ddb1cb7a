package dev.remotenode.conformance;

import static dev.remotenode.conformance.Codes.DONE;
import static dev.remotenode.conformance.Codes.ERROR;
import static dev.remotenode.conformance.Codes.EXECUTION_ERROR;
import static dev.remotenode.conformance.Codes.OK;
import static dev.remotenode.conformance.Controller.assertEnded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.remotenode.lab.StandaloneNode;
import dev.remotenode.lab.host.PacemakerSeries;
import dev.remotenode.lab.host.ProcessCountLimit;
import dev.remotenode.lab.junit.BeyondReference;
import dev.remotenode.lrmd.message.Notification.ExecComplete;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The kernel has nothing to give: the operation hears of it, and the daemon goes on. */
@ConformanceTest
class ShortageIT {
    private static final Duration INTERVAL = Duration.ofMillis(200);

    private Optional<ProcessCountLimit> processes = Optional.empty();

    @BeforeEach
    void putTheDaemonIntoAGroup(StandaloneNode node) {
        processes = ProcessCountLimit.of(node.host(), pid(node));
    }

    @AfterEach
    void letGo() {
        processes.ifPresent(ProcessCountLimit::close);
    }

    @Test
    void noProcessIsAnErrorThatMayPass(Controller controller) {
        ProcessCountLimit limit = limit();
        String id = controller.register();
        limit.forbidMore();

        ExecComplete end = controller.run(id, "start", "true");

        assertEnded(EXECUTION_ERROR, ERROR, end);
        assertEquals(Optional.of("Resource temporarily unavailable"), end.outcome().exitReason());
        limit.lift();
        assertEnded(DONE, OK, controller.run(id, "start", "true"));
    }

    @Test
    void aRecurringOperationGoesOnWhenThereAreProcessesAgain(Controller controller) {
        ProcessCountLimit limit = limit();
        int call = controller.repeat(controller.register(), "monitor", INTERVAL, "true");
        assertEnded(DONE, OK, controller.completion(call));
        limit.forbidMore();
        controller
                .peer()
                .awaitCompletion(end -> end.outcome().executionStatus() == EXECUTION_ERROR);
        limit.lift();

        controller.peer().awaitCompletion(end -> end.outcome().executionStatus() == DONE);
    }

    @Test
    @BeyondReference(value = "3.0.0 does not answer any more", of = PacemakerSeries.V3_0)
    void noDescriptorIsAnErrorThatMayPass(StandaloneNode node, Controller controller) {
        String id = controller.register();
        String pid = pid(node);
        try {
            limitFiles(pid, "3", node);
            ExecComplete end = controller.run(id, "start", "true");

            assertEnded(EXECUTION_ERROR, ERROR, end);
            assertEquals(Optional.of("Too many open files"), end.outcome().exitReason());
        } finally {
            limitFiles(pid, "1024", node);
        }
        assertEnded(DONE, OK, controller.run(id, "start", "true"));
    }

    private ProcessCountLimit limit() {
        assumeTrue(processes.isPresent(), "no control group for processes can be made here");
        return processes.orElseThrow();
    }

    private static void limitFiles(String pid, String limit, StandaloneNode node) {
        node.host().run("prlimit", "--pid", pid, "--nofile=" + limit + ":");
    }

    private static String pid(StandaloneNode node) {
        return node.host().run("pgrep", "-o", "-x", "pacemaker-remot").strip();
    }
}
