package dev.remotenode.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remotenode.lab.RemoteCluster;
import dev.remotenode.lab.agent.ActorAgent;
import dev.remotenode.lab.cluster.Cluster;
import dev.remotenode.lab.cluster.Primitive;
import dev.remotenode.lab.host.PacemakerSeries;
import dev.remotenode.lab.junit.BeyondReference;
import dev.remotenode.lab.junit.RemoteClusterTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The daemon is asked to end while the cluster uses it. */
@RemoteClusterTest
class OrderlyShutdownIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    @Test
    @BeyondReference(
            value = "Pacemaker 2.1.5 ends before the cluster has moved anything (fixed in 2.1.6)",
            of = PacemakerSeries.V2_1)
    void letsTheClusterMoveItsResourcesFirst(RemoteCluster stage) {
        Cluster cluster = stage.cluster();
        String guest = stage.remote().name();
        String member = cluster.members().getFirst().name();
        stage.addPreferringRemote(
                Primitive.of("guestling", ActorAgent.NAME).monitoredEvery(INTERVAL));
        cluster.await("the start", LIMIT, now -> now.isStarted("guestling", guest));
        cluster.awaitIdle(LIMIT);

        stage.remote().daemon().terminate();

        assertEquals(0, stage.remote().daemon().awaitExit(LIMIT));
        assertEquals("stop", stage.actor("guestling").journal().getLast());
        var after = cluster.await("the move", LIMIT, now -> now.isStarted("guestling", member));
        assertEquals(List.of(), after.failures());

        stage.remote().restartDaemon();
        // The cluster would come back by itself only at its next recheck, up to 15 minutes later.
        cluster.resources().refresh(guest);
        stage.awaitConnected();
    }
}
