package dev.remotenode.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.RemoteCluster;
import dev.remotenode.lab.cluster.Bundle;
import dev.remotenode.lab.cluster.ClusterStatus;
import dev.remotenode.lab.cluster.Primitive;
import dev.remotenode.lab.container.Podman;
import dev.remotenode.lab.daemon.DaemonProgram;
import dev.remotenode.lab.host.Await;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.host.PacemakerSeries;
import dev.remotenode.lab.junit.BeyondReference;
import dev.remotenode.lab.junit.ClusterSeries;
import dev.remotenode.lab.junit.RemoteClusterTest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bundle: the cluster has podman run a container, whose command is the daemon. */
@RemoteClusterTest
@ClusterSeries(
        value = PacemakerSeries.V2_1,
        because = "hosts with 3.0 stand on a file system without podman")
class BundleIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String IMAGE = "localhost/remote-node:test";
    private static final String STATE = "/run/page.state";

    private static final Bundle WEB =
            new Bundle(
                    "web",
                    IMAGE,
                    3122,
                    Primitive.of("page", "ocf:pacemaker:Dummy")
                            .withParameter("state", STATE)
                            .monitoredEvery(Duration.ofSeconds(1)));

    private static Podman podman;

    @BeforeAll
    static void makeImage(RemoteCluster stage) {
        podman = Podman.on(member(stage));
        podman.makeImage(
                IMAGE,
                DaemonProgram.fromSystemProperties(),
                List.of("pacemaker-cli-utils", "pacemaker-resource-agents", "procps"));
    }

    @BeforeEach
    void start(RemoteCluster stage) {
        stage.cluster().cib().create(WEB);
        stage.cluster().await("the bundle", LIMIT, BundleIT::isUp);
    }

    @AfterEach
    void remove(RemoteCluster stage) {
        stage.cluster().cib().delete(WEB.id());
    }

    @Test
    void runsAResourceInTheContainer(RemoteCluster stage) {
        assertPageIsInTheContainer();
        assertTrue(log(stage).contains(DaemonProgram.READY), log(stage));
    }

    @Test
    void servesToolsInTheContainer() {
        assertEquals(WEB.guest(), podman.execute(WEB.container(), "crm_node", "--name").strip());
        String status = podman.execute(WEB.container(), "crm_mon", "--one-shot");
        assertTrue(status.contains("GuestOnline: [ " + WEB.guest()), status);
    }

    @Test
    void isRecoveredInANewContainer(RemoteCluster stage) {
        // Pacemaker 2.1.5 overlooks the loss of a connection that it is still busy with.
        stage.cluster().awaitIdle(LIMIT);
        Optional<String> before = podman.running(WEB.container());
        podman.kill(WEB.container());
        stage.cluster()
                .await(
                        "the bundle in another container",
                        LIMIT,
                        now -> isUp(now) && !podman.running(WEB.container()).equals(before));
        assertPageIsInTheContainer();
    }

    @Test
    @BeyondReference("its first process swallows SIGTERM: podman kills it in the end")
    void endsInOrderWithTheContainer(RemoteCluster stage) {
        int before = log(stage).length();
        stage.cluster().resources().stop(WEB.id());
        Await.until(
                "the end of the container", LIMIT, () -> podman.running(WEB.container()).isEmpty());
        String last = log(stage).substring(before);
        assertTrue(last.contains("Shutting down: "), last);
    }

    private static boolean isUp(ClusterStatus now) {
        return now.isOnline(WEB.guest()) && now.isStarted(WEB.primitive().id(), WEB.guest());
    }

    private static void assertPageIsInTheContainer() {
        assertEquals(STATE, podman.execute(WEB.container(), "ls", STATE).strip());
    }

    /** What the first process writes to, in the folder that the cluster shares with the bundle. */
    private static String log(RemoteCluster stage) {
        return member(stage)
                .run("cat", "/var/log/pacemaker/bundles/" + WEB.guest() + "/pcmk-init.log");
    }

    private static Host member(RemoteCluster stage) {
        return stage.cluster().members().getFirst().host();
    }
}
