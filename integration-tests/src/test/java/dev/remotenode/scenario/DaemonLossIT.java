package dev.remotenode.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.remotenode.lab.RemoteCluster;
import dev.remotenode.lab.agent.ActorAgent;
import dev.remotenode.lab.cluster.Cluster;
import dev.remotenode.lab.cluster.NodeStatus;
import dev.remotenode.lab.cluster.Primitive;
import dev.remotenode.lab.junit.RemoteClusterTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The daemon dies without a word. */
@RemoteClusterTest
class DaemonLossIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    @Test
    void isNoticedAndOvercomeByARestart(RemoteCluster stage) {
        Cluster cluster = stage.cluster();
        String guest = stage.remote().name();
        stage.addOnRemoteOnly(Primitive.of("survivor", ActorAgent.NAME).monitoredEvery(INTERVAL));
        cluster.await("the start", LIMIT, now -> now.isStarted("survivor", guest));

        // Pacemaker 2.1.5 overlooks a loss during the transition that made the connection.
        cluster.awaitIdle(LIMIT);

        stage.remote().daemon().kill();
        var lost = cluster.await("the loss", LIMIT, now -> !now.failuresOf(guest).isEmpty());
        assertEquals("monitor", lost.failuresOf(guest).getFirst().action());

        stage.remote().restartDaemon();
        cluster.await(
                "the node and its resource back",
                LIMIT,
                now -> now.isOnline(guest) && now.isStarted("survivor", guest));
        int monitors = stage.actor("survivor").timesTold("monitor");
        cluster.await(
                "monitors by the new daemon",
                LIMIT,
                now -> stage.actor("survivor").timesTold("monitor") > monitors + 1);
        assertFalse(cluster.status().nodes().stream().anyMatch(NodeStatus::unclean));
    }
}
