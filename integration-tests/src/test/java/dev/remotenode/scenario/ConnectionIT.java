package dev.remotenode.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.RemoteCluster;
import dev.remotenode.lab.cluster.NodeStatus;
import dev.remotenode.lab.junit.RemoteClusterTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The cluster's connection to the remote node: made, given up on request, made again. */
@RemoteClusterTest
class ConnectionIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Test
    void showsTheNodeAsRemoteOnline(RemoteCluster stage) {
        String name = stage.remote().name();

        List<NodeStatus> remoteNodes =
                stage.cluster().status().nodes().stream().filter(NodeStatus::remote).toList();

        assertEquals(List.of(new NodeStatus(name, true, true, false)), remoteNodes);
        assertTrue(stage.cluster().statusText().contains("RemoteOnline: [ " + name + " ]"));
    }

    @Test
    void connectsAgainAfterAnOrderlyDisconnect(RemoteCluster stage) {
        String name = stage.remote().name();

        stage.cluster().resources().stop(name);
        stage.cluster().await("the node offline", LIMIT, status -> !status.isOnline(name));
        assertTrue(stage.remote().daemon().isRunning());

        stage.cluster().resources().start(name);
        stage.awaitConnected();
        assertEquals(List.of(), stage.cluster().status().failures());
    }
}
