package dev.remotenode.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.StandaloneNode;
import dev.remotenode.lab.daemon.OperatorTool;
import dev.remotenode.lab.host.CommandResult;
import dev.remotenode.lab.junit.BeyondReference;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@code remotectl} says of a daemon that no cluster has. */
@ConformanceTest
@BeyondReference("it has no control socket")
class NodeStatusIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int DISCONNECTED = 102;
    private static final int CONFIGURATION = 78;
    private static final String SHORT_LIVED = "/run/short-lived";

    @Test
    void isNotConnected(StandaloneNode node) {
        CommandResult status = OperatorTool.runOn(node.host(), "status");

        assertEquals(DISCONNECTED, status.status(), status::errors);
        assertTrue(status.output().contains("not connected"), status::output);
    }

    /** A client that has signed on but does not carry calls of tools is no cluster that manages. */
    @Test
    void showsWhoElseIsThere(StandaloneNode node, Controller controller) {
        String id = controller.register();

        CommandResult status = OperatorTool.runOn(node.host(), "status", "--output-as=json");

        assertEquals(DISCONNECTED, status.status(), status::errors);
        assertTrue(status.output().contains("\"manages\":false"), status::output);
        assertTrue(OperatorTool.runOn(node.host(), "resources").output().contains(id));
    }

    @Test
    void isDrainedUntilTheDeadline(StandaloneNode node) {
        try (Controller cluster = Controller.unnamed(node)) {
            cluster.peer().signOn("deaf", true);
            assertEquals(0, OperatorTool.runOn(node.host(), "status").status());

            CommandResult drained = OperatorTool.runOn(node.host(), "drain", "--deadline", "2s");

            assertEquals(0, drained.status(), drained::errors);
            assertTrue(drained.output().contains("Stopping: waiting for"), drained::output);
            assertTrue(drained.output().contains("The daemon has ended."), drained::output);
        }
        assertEquals(0, node.daemon().awaitExit(LIMIT));
        node.restartDaemon();
    }

    @Test
    void comesBackAfterAKill(StandaloneNode node) {
        node.replaceDaemon(Map.of());

        assertEquals(DISCONNECTED, OperatorTool.runOn(node.host(), "status").status());
    }

    @Test
    void isWhereTheSettingsSay(StandaloneNode node) {
        node.replaceDaemon(Map.of("REMOTE_NODE_CONTROL_SOCKET", SHORT_LIVED));

        assertEquals(
                DISCONNECTED,
                OperatorTool.runOn(node.host(), "status", "--socket", SHORT_LIVED).status());
        node.host().write("/etc/default/pacemaker", "REMOTE_NODE_CONTROL_SOCKET=none\n");
        assertEquals(CONFIGURATION, OperatorTool.runOn(node.host(), "status").status());
        node.host().run("rm", "/etc/default/pacemaker");
        node.replaceDaemon(Map.of());
    }
}
