package dev.remotenode.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.RemoteCluster;
import dev.remotenode.lab.cluster.Placement;
import dev.remotenode.lab.cluster.Primitive;
import dev.remotenode.lab.host.Await;
import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.host.NetworkNamespace;
import dev.remotenode.lab.junit.BeyondReference;
import dev.remotenode.lab.junit.RemoteClusterTest;
import dev.remotenode.lab.wire.ClusterPeer;
import dev.remotenode.lab.wire.Requests;
import dev.remotenode.lrmd.client.ClientLoop;
import dev.remotenode.lrmd.message.AgentAddress;
import dev.remotenode.lrmd.message.Notification;
import dev.remotenode.lrmd.message.Notification.ExecComplete;
import dev.remotenode.lrmd.message.Request;
import dev.remotenode.lrmd.tls.ClientIdentity;
import dev.remotenode.lrmd.tls.PreSharedKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Fence devices and remote nodes. Pacemaker's scheduler keeps fence devices off remote nodes, so
 * that what only a daemon can be asked for is asked by a client of its own, while the cluster is
 * connected whose fencer has to answer.
 */
@RemoteClusterTest
class FenceDeviceIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final InetSocketAddress DAEMON =
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 3121);

    /** Where the agent's device is: it can be reached unless this file is on the cluster node. */
    private static final String UNREACHABLE = "/run/fence_lab.unreachable";

    private static final String AGENT =
            """
            #!/bin/bash
            while read -r line; do
                case $line in action=*) action=${line#action=} ;; esac
            done
            case $action in
                metadata)
                    echo '<resource-agent name="fence_lab"><longdesc/><parameters>'
                    echo '<parameter name="port"><content type="string"/></parameter>'
                    echo '</parameters><actions><action name="monitor"/><action name="off"/>'
                    echo '<action name="metadata"/></actions></resource-agent>' ;;
                monitor)
                    if [ -e %s ]; then echo 'the device is silent' >&2; exit 1; fi ;;
                *) exit 1 ;;
            esac
            """
                    .formatted(UNREACHABLE);

    @BeforeEach
    void installAgent(RemoteCluster stage) {
        for (Host host : stage.lab().hosts()) {
            host.write("/usr/sbin/fence_lab", AGENT);
            host.run("chmod", "755", "/usr/sbin/fence_lab");
            host.run("rm", "-f", UNREACHABLE);
        }
    }

    @Test
    void theClusterRunsThemOnItsOwnNodes(RemoteCluster stage) {
        String member = stage.cluster().members().getFirst().name();
        stage.cluster()
                .cib()
                .create(
                        Primitive.of("device", "stonith:fence_lab").monitoredEvery(INTERVAL),
                        List.of(Placement.preferred(stage.remote().name())));

        stage.cluster().await("the device", LIMIT, now -> now.isStarted("device", member));
        stage.cluster().awaitIdle(LIMIT);
        assertEquals(
                List.of(), stage.cluster().status().operationsOf("device", stage.remote().name()));
    }

    @Test
    @BeyondReference("Pacemaker's daemon waits for itself, for ever")
    void theClustersFencerRunsThemForTheDaemon(RemoteCluster stage) throws IOException {
        Host member = stage.cluster().members().getFirst().host();
        Host guest = stage.remote().host();
        try (ClientLoop loop = new ClientLoop(new NetworkNamespace(guest).threads());
                ClusterPeer peer = ClusterPeer.connect(loop, DAEMON, identity(guest))) {
            peer.signOn("test", false);
            awaitClusterAgain(stage, peer);
            peer.ask(
                    new Request.RegisterResource(
                            Optional.of("lent"),
                            new AgentAddress("stonith", Optional.empty(), "fence_lab"),
                            false));

            assertEnded(4, 7, run("monitor", peer));
            assertEnded(0, 0, run("start", peer));
            assertEnded(0, 0, run("monitor", peer));
            assertTrue(devices(member).contains("lent"));

            member.write(UNREACHABLE, "");
            ExecComplete failure = run("start", peer);
            assertEquals(1, failure.outcome().exitCode(), failure::toString);
            assertTrue(devices(member).contains("lent"));

            member.run("rm", UNREACHABLE);
            int monitor = execute("monitor", INTERVAL, peer);
            assertEnded(0, 0, completion(monitor, peer));
            member.write(UNREACHABLE, "");
            assertEquals(1, firstOf(monitor, 1, peer).outcome().exitCode());
            member.run("rm", UNREACHABLE);
            assertEnded(0, 0, firstOf(monitor, 0, peer));

            assertEnded(0, 0, run("stop", peer));
            assertFalse(devices(member).contains("lent"));
            assertEnded(4, 7, run("monitor", peer));
            assertEquals(
                    0, peer.ask(new Request.UnregisterResource(Optional.of("lent"))).returnCode());
        }
        assertTrue(stage.cluster().status().isOnline(stage.remote().name()));
    }

    /** A cluster node leaves when somebody else signs on, and comes back after that. */
    private static void awaitClusterAgain(RemoteCluster stage, ClusterPeer peer) {
        peer.notices().take(Notification.NewClient.class, _ -> true, LIMIT);
        Await.until(
                "calls of tools that are carried to the cluster",
                LIMIT,
                () ->
                        stage.remote()
                                .host()
                                .run(Command.of("stonith_admin", "--list-registered"))
                                .succeeded());
        stage.awaitConnected();
    }

    private static ClientIdentity identity(Host host) throws IOException {
        return ClientIdentity.of(
                new PreSharedKey(Files.readAllBytes(host.file("/etc/pacemaker/authkey"))));
    }

    private static String devices(Host member) {
        return member.run("stonith_admin", "--list-registered");
    }

    private static ExecComplete run(String action, ClusterPeer peer) {
        return completion(execute(action, Duration.ZERO, peer), peer);
    }

    /** The cluster's controller does not know of the resource, and shall not hear of it. */
    private static int execute(String action, Duration interval, ClusterPeer peer) {
        return peer.ask(
                        Requests.originatorOnly(
                                Requests.exec("lent", action, interval, LIMIT, Map.of())))
                .returnCode();
    }

    private static ExecComplete completion(int call, ClusterPeer peer) {
        return peer.awaitCompletion(complete -> complete.callId() == call);
    }

    private static ExecComplete firstOf(int call, int exitCode, ClusterPeer peer) {
        return peer.awaitCompletion(
                complete -> complete.callId() == call && complete.outcome().exitCode() == exitCode);
    }

    private static void assertEnded(int status, int exitCode, ExecComplete complete) {
        assertEquals(
                List.of(status, exitCode),
                List.of(complete.outcome().executionStatus(), complete.outcome().exitCode()),
                complete::toString);
    }
}
