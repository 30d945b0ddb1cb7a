package dev.remotenode.conformance;

import static dev.remotenode.conformance.Codes.ACCEPTED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.StandaloneNode;
import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.HostProcess;
import dev.remotenode.lrmd.message.Request;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The cluster tells how long it waits for a watchdog to have reset this node: a node whose watchdog
 * would not do that in time must not go on.
 */
@ConformanceTest
class WatchdogIT {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int DO_NOT_START_AGAIN = 100;
    private static final Map<String, String> TEN_SECONDS = Map.of("SBD_WATCHDOG_TIMEOUT", "10");

    @AfterEach
    void end(StandaloneNode node) {
        if (node.daemon().isRunning()) {
            node.daemon().kill();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0s", "soon"})
    void aNodeThatTheClusterDoesNotRelyOnGoesOn(String timeout, StandaloneNode node) {
        start(node, Map.of());

        assertGoesOn(Optional.of(timeout), node);
    }

    @Test
    void aNodeThatIsToldNothingGoesOn(StandaloneNode node) {
        start(node, TEN_SECONDS);

        assertGoesOn(Optional.empty(), node);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "5s", "1min", "20000ms"})
    void aNodeWithoutAWatchdogEnds(String timeout, StandaloneNode node) {
        start(node, Map.of());

        assertEnds(timeout, node);
    }

    @Test
    void aNodeWithoutAWatchdogEndsAlsoIfTheClusterLeavesTheTimeToIt(StandaloneNode node) {
        start(node, TEN_SECONDS);

        assertEnds("-1", node);
    }

    @ParameterizedTest
    @CsvSource({"10s", "20s", "-1"})
    void aNodeThatIsResetInTimeGoesOn(String timeout, StandaloneNode node) {
        start(node, TEN_SECONDS);
        HostProcess sbd = startSbd(node);
        try {
            assertGoesOn(Optional.of(timeout), node);
        } finally {
            sbd.kill();
        }
    }

    @Test
    void aNodeThatIsResetTooLateEnds(StandaloneNode node) {
        start(node, TEN_SECONDS);
        HostProcess sbd = startSbd(node);
        try {
            assertEnds("9s", node);
        } finally {
            sbd.kill();
        }
    }

    /** A number that is somebody else's by now is no watchdog. */
    @Test
    void aFileWithTheNumberOfAnotherProcessIsNoWatchdog(StandaloneNode node) {
        start(node, Map.of());
        node.host().write("/run/sbd.pid", "1\n");
        try {
            assertEnds("5s", node);
        } finally {
            node.host().run("rm", "-f", "/run/sbd.pid");
        }
    }

    private static void start(StandaloneNode node, Map<String, String> environment) {
        if (node.daemon().isRunning()) {
            node.daemon().kill();
        }
        node.restartDaemon(environment);
    }

    /** Nothing of it counts but its name. */
    private static HostProcess startSbd(StandaloneNode node) {
        node.host().run("cp", "/bin/sleep", "/run/sbd");
        return node.host().start(Command.of("/run/sbd", "1d"), "sbd.out");
    }

    private static void assertGoesOn(Optional<String> timeout, StandaloneNode node) {
        try (Controller controller = Controller.signedOn(node)) {
            controller.peer().tell(new Request.WatchdogCheck(timeout));
            assertEquals(ACCEPTED, controller.returnCode(new Request.Poke()));
            assertTrue(node.daemon().isRunning());
        }
    }

    private static void assertEnds(String timeout, StandaloneNode node) {
        try (Controller controller = Controller.signedOn(node)) {
            controller.peer().tell(new Request.WatchdogCheck(Optional.of(timeout)));
            assertEquals(DO_NOT_START_AGAIN, node.daemon().awaitExit(LIMIT));
        }
    }
}
