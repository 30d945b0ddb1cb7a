package dev.remotenode.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remotenode.lab.RemoteCluster;
import dev.remotenode.lab.agent.Actor;
import dev.remotenode.lab.agent.ActorAgent;
import dev.remotenode.lab.cluster.Cluster;
import dev.remotenode.lab.cluster.ClusterNode;
import dev.remotenode.lab.cluster.ClusterStatus;
import dev.remotenode.lab.cluster.Primitive;
import dev.remotenode.lab.junit.RemoteClusterTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Another cluster node takes the connection over while resources go on running. */
@RemoteClusterTest(clusterNodes = 2)
class TakeoverIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    @Test
    void doesNotDisturbAResource(RemoteCluster stage) {
        Cluster cluster = stage.cluster();
        String guest = stage.remote().name();
        Actor steady = stage.actor("steady");
        stage.addOnRemoteOnly(Primitive.of("steady", ActorAgent.NAME).monitoredEvery(INTERVAL));
        ClusterStatus before =
                cluster.await("the start", LIMIT, now -> now.isStarted("steady", guest));
        String oldHost = connectionHost(before, guest);
        String newHost = otherMember(cluster, oldHost);

        cluster.resources().move(guest, newHost);
        cluster.await("the connection on " + newHost, LIMIT, now -> now.isStarted(guest, newHost));
        int monitors = steady.timesTold("monitor");
        cluster.await(
                "monitors after the takeover",
                LIMIT,
                now -> steady.timesTold("monitor") > monitors + 2);

        var after = cluster.status();
        assertEquals(List.of(), after.failures());
        assertEquals(List.of(guest), after.resource("steady").orElseThrow().nodes());
        assertEquals(1, steady.timesTold("start"));
        assertEquals(0, steady.timesTold("stop"));

        // The new connection is not only there, it works.
        cluster.resources().stop("steady");
        cluster.await("the stop", LIMIT, now -> now.isStopped("steady"));
        assertEquals(1, steady.timesTold("stop"));
    }

    private static String connectionHost(ClusterStatus status, String connection) {
        return status.resource(connection).orElseThrow().nodes().getFirst();
    }

    private static String otherMember(Cluster cluster, String member) {
        return cluster.members().stream()
                .map(ClusterNode::name)
                .filter(name -> !name.equals(member))
                .findFirst()
                .orElseThrow();
    }
}
