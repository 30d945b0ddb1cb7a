package dev.remotenode.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.StandaloneNode;
import dev.remotenode.lab.agent.ScriptAgent;
import dev.remotenode.lab.daemon.NotifySocket;
import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.junit.BeyondReference;
import dev.remotenode.lab.wire.RecordPeer;
import dev.remotenode.lab.wire.Requests;
import dev.remotenode.lrmd.message.ProxyMessage;
import dev.remotenode.lrmd.message.Request;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a service manager hears of the daemon, and nobody else says in its name. */
@ConformanceTest
@BeyondReference("its unit is of type simple: it says nothing")
class ServiceManagerIT {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private NotifySocket manager;

    @BeforeEach
    void listen(StandaloneNode node) {
        manager = new NotifySocket(node.host());
        if (node.daemon().isRunning()) {
            node.daemon().terminate();
            node.daemon().awaitExit(LIMIT);
        }
    }

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void hearsFromTheStartToTheEndHowThingsAre(StandaloneNode node) {
        node.restartDaemon(manager.environment());
        manager.await("READY=1");
        manager.await("STATUS=Waiting for the cluster on port 3121");

        try (RecordPeer peer = node.connectForRecords()) {
            peer.signOn("peer", true);
            manager.await("STATUS=Connected to 127.0.0.1:");
            peer.send(Requests.register("db", ScriptAgent.PROVIDER, ScriptAgent.TYPE));
            peer.send(Requests.once("db", "start", ScriptAgent.does("true")));
            assertTrue(manager.await("STATUS=Connected").endsWith("; 1 resource"));

            node.daemon().terminate();
            manager.await("STOPPING=1");
            assertTrue(manager.await("STATUS=Stopping").contains(" to stop 1 resource "));
            peer.send(new Request.Forward(new ProxyMessage.ShutdownAck()));
            peer.send(Requests.once("db", "stop", ScriptAgent.does("true")));
            manager.await("STATUS=Stopping: waiting for 127.0.0.1");
        }
        assertEquals(
                "STATUS=Stopping: the cluster has closed the connection",
                manager.await("STATUS=Stopping: the cluster"));
        assertEquals(0, node.daemon().awaitExit(LIMIT));
    }

    @Test
    void getsTheTimeThatTheOperatorGrants(StandaloneNode node) {
        Map<String, String> environment = new HashMap<>(manager.environment());
        environment.put("REMOTE_NODE_SHUTDOWN_TIMEOUT", "1h");
        node.restartDaemon(environment);

        try (RecordPeer peer = node.connectForRecords()) {
            peer.signOn("peer", true);
            node.daemon().terminate();
            assertEquals("EXTEND_TIMEOUT_USEC=3660000000", manager.await("EXTEND_TIMEOUT_USEC="));
        }
        assertEquals(0, node.daemon().awaitExit(LIMIT));
    }

    @Test
    void hearsThatTheEventLoopIsAlive(StandaloneNode node) {
        Map<String, String> environment = new HashMap<>(manager.environment());
        environment.put("WATCHDOG_USEC", "500000");
        node.restartDaemon(environment);

        for (int sign = 0; sign < 5; sign++) {
            manager.await("WATCHDOG=1");
        }
    }

    @Test
    void isNoBusinessOfAgents(StandaloneNode node) {
        Map<String, String> environment = new HashMap<>(manager.environment());
        environment.put("WATCHDOG_USEC", "500000");
        environment.put("WATCHDOG_PID", "4711");
        node.restartDaemon(environment);

        try (Controller controller = Controller.signedOn(node)) {
            String words =
                    controller
                            .run(
                                    controller.register(),
                                    "monitor",
                                    "env | grep -c -e ^NOTIFY -e ^WATCHDOG; true")
                            .outcome()
                            .output()
                            .orElseThrow();
            assertEquals(List.of("0"), words.lines().toList());
        }
    }

    @Test
    void seesThatThePortIsTaken(StandaloneNode node) {
        assertTrue(
                reasonOfSecondDaemon(node, Map.of())
                        .contains(
                                "end the program that has this port, often another remote daemon"));
    }

    @Test
    void seesThatTheEndpointsOfToolsAreTaken(StandaloneNode node) {
        assertTrue(
                reasonOfSecondDaemon(node, Map.of("PCMK_remote_port", "3122"))
                        .contains("Pacemaker itself or another remote daemon runs"));
    }

    private String reasonOfSecondDaemon(StandaloneNode node, Map<String, String> settings) {
        node.restartDaemon();
        Map<String, String> environment = new HashMap<>(manager.environment());
        environment.putAll(settings);
        Command second =
                Command.of(Host.PROGRAMS + "/sbin/pacemaker-remoted").withEnvironment(environment);
        assertEquals(100, node.host().run(second).status());
        return manager.await("STATUS=Cannot run here as configured: ");
    }
}
