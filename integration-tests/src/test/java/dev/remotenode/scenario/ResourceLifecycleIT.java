package dev.remotenode.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.RemoteCluster;
import dev.remotenode.lab.agent.Actor;
import dev.remotenode.lab.agent.ActorAgent;
import dev.remotenode.lab.cluster.Cluster;
import dev.remotenode.lab.cluster.ClusterStatus;
import dev.remotenode.lab.cluster.Primitive;
import dev.remotenode.lab.junit.RemoteClusterTest;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A resource on the remote node when all goes well: start, monitor, move, stop. */
@RemoteClusterTest
class ResourceLifecycleIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    @Test
    void startsAndMonitorsPacemakersDummy(RemoteCluster stage) {
        String guest = stage.remote().name();
        stage.addOnRemoteOnly(
                Primitive.of("dummy", "ocf:pacemaker:Dummy").monitoredEvery(INTERVAL));

        var status =
                stage.cluster()
                        .await(
                                "a recorded monitor of the dummy",
                                LIMIT,
                                now -> hasGoodMonitor(now, "dummy", guest));

        assertTrue(status.isStarted("dummy", guest));
        assertTrue(Files.exists(stage.remote().host().file("/run/Dummy-dummy.state")));
    }

    @Test
    void repeatsTheMonitor(RemoteCluster stage) {
        stage.addOnRemoteOnly(Primitive.of("steady", ActorAgent.NAME).monitoredEvery(INTERVAL));
        Actor steady = stage.actor("steady");

        // One probe before the start, then the recurring monitor.
        stage.cluster().await("three monitors", LIMIT, now -> steady.timesTold("monitor") >= 1 + 3);

        assertEquals(1, steady.timesTold("start"));
    }

    @Test
    void movesAwayAndBack(RemoteCluster stage) {
        Cluster cluster = stage.cluster();
        String guest = stage.remote().name();
        String member = cluster.members().getFirst().name();
        stage.addPreferringRemote(
                Primitive.of("traveller", ActorAgent.NAME).monitoredEvery(INTERVAL));
        cluster.await("start on the guest", LIMIT, now -> now.isStarted("traveller", guest));

        cluster.resources().move("traveller", member);
        cluster.await("move to the member", LIMIT, now -> now.isStarted("traveller", member));
        assertEquals(1, stage.actor("traveller").timesTold("stop"));

        cluster.resources().clearMove("traveller");
        cluster.await("move back", LIMIT, now -> now.isStarted("traveller", guest));
        assertEquals(2, stage.actor("traveller").timesTold("start"));
    }

    @Test
    void stopsAndLeavesAlone(RemoteCluster stage) {
        Cluster cluster = stage.cluster();
        String guest = stage.remote().name();
        stage.addOnRemoteOnly(Primitive.of("tired", ActorAgent.NAME).monitoredEvery(INTERVAL));
        stage.addOnRemoteOnly(Primitive.of("clock", ActorAgent.NAME).monitoredEvery(INTERVAL));
        cluster.await(
                "both started",
                LIMIT,
                now -> now.isStarted("tired", guest) && now.isStarted("clock", guest));

        cluster.resources().stop("tired");
        cluster.await("the stop", LIMIT, now -> now.isStopped("tired"));

        // Two more monitors of the other resource are time enough for one of this.
        int ticks = stage.actor("clock").timesTold("monitor");
        cluster.await(
                "more ticks", LIMIT, now -> stage.actor("clock").timesTold("monitor") > ticks + 2);
        assertEquals("stop", stage.actor("tired").journal().getLast());
    }

    private static boolean hasGoodMonitor(ClusterStatus status, String resource, String node) {
        return status.operationsOf(resource, node).stream()
                .anyMatch(operation ->
                        operation.action().equals("monitor")
                                && operation.interval().equals(INTERVAL)
                                && operation.code() == 0);
    }
}
