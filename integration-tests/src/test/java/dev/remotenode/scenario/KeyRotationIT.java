package dev.remotenode.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.RemoteCluster;
import dev.remotenode.lab.agent.Actor;
import dev.remotenode.lab.agent.ActorAgent;
import dev.remotenode.lab.cluster.Cluster;
import dev.remotenode.lab.cluster.ClusterNode;
import dev.remotenode.lab.cluster.Primitive;
import dev.remotenode.lab.junit.BeyondReference;
import dev.remotenode.lab.junit.RemoteClusterTest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The key is replaced on one node after the other, while resources are watched all the time. */
@RemoteClusterTest(clusterNodes = 2)
@BeyondReference("refuses cluster nodes that have the previous key still")
class KeyRotationIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final int RESOURCES = 5;
    private static final String KEY = "/etc/pacemaker/authkey";

    @Test
    void doesNotFailOneOperation(RemoteCluster stage) {
        Cluster cluster = stage.cluster();
        String guest = stage.remote().name();
        List<String> pumps = IntStream.rangeClosed(1, RESOURCES).mapToObj(i -> "pump" + i).toList();
        for (String pump : pumps) {
            stage.addOnRemoteOnly(Primitive.of(pump, ActorAgent.NAME).monitoredEvery(INTERVAL));
        }
        cluster.await(
                "the start",
                LIMIT,
                now -> pumps.stream().allMatch(pump -> now.isStarted(pump, guest)));
        byte[] key = new byte[4096];
        new SecureRandom().nextBytes(key);

        stage.remote().host().write(KEY, key);
        // They come with the previous key, one after the other.
        moveConnectionThroughAllMembers(stage);
        assertTrue(stage.remote().log().contains("still has the previous key"));
        for (ClusterNode member : cluster.members()) {
            member.host().write(KEY, key);
            // With either: Pacemaker 2.1 reads the new one within a minute, 3.0 after a restart.
            moveConnectionThroughAllMembers(stage);
        }

        assertEquals(List.of(), cluster.status().failures());
        for (String pump : pumps) {
            Actor actor = stage.actor(pump);
            int monitors = actor.timesTold("monitor");
            cluster.await("another monitor", LIMIT, _ -> actor.timesTold("monitor") > monitors);
            assertEquals(1, actor.timesTold("start"));
            assertEquals(0, actor.timesTold("stop"));
        }
    }

    private static void moveConnectionThroughAllMembers(RemoteCluster stage) {
        Cluster cluster = stage.cluster();
        String guest = stage.remote().name();
        String last = connectionHost(cluster, guest);
        List<String> others =
                cluster.members().stream()
                        .map(ClusterNode::name)
                        .filter(name -> !name.equals(last))
                        .toList();
        for (String next : others) {
            move(cluster, guest, next);
        }
        move(cluster, guest, last);
    }

    private static void move(Cluster cluster, String guest, String member) {
        cluster.resources().move(guest, member);
        cluster.await("the connection on " + member, LIMIT, now -> now.isStarted(guest, member));
        cluster.awaitIdle(LIMIT);
    }

    private static String connectionHost(Cluster cluster, String guest) {
        return cluster.status().resource(guest).orElseThrow().nodes().getFirst();
    }
}
