package dev.remotenode.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.RemoteCluster;
import dev.remotenode.lab.cluster.Cluster;
import dev.remotenode.lab.cluster.FailedOperation;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.junit.RemoteClusterTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The guest has another key than the cluster. */
@RemoteClusterTest
class KeyMismatchIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String KEY = "/etc/pacemaker/authkey";

    @Test
    void isReportedAndOvercomeByTheRightKey(RemoteCluster stage) throws IOException {
        Cluster cluster = stage.cluster();
        Host guest = stage.remote().host();
        byte[] rightKey = Files.readAllBytes(guest.file(KEY));
        cluster.resources().stop(guest.name());
        cluster.await("the connection closed", LIMIT, now -> now.isStopped(guest.name()));

        restartWithKey(stage, "not the key".getBytes(StandardCharsets.US_ASCII));
        cluster.resources().start(guest.name());
        var refused =
                cluster.await("the refusal", LIMIT, now -> !now.failuresOf(guest.name()).isEmpty());
        assertEquals(
                List.of("Key was rejected by service"),
                refused.failuresOf(guest.name()).stream()
                        .map(FailedOperation::exitReason)
                        .toList());
        assertTrue(stage.remote().daemon().isRunning());

        restartWithKey(stage, rightKey);
        cluster.resources().cleanup(guest.name());
        stage.awaitConnected();
    }

    /** The daemon remembers a key for a while: a new one is sure to count after a restart. */
    private static void restartWithKey(RemoteCluster stage, byte[] key) {
        stage.remote().daemon().kill();
        stage.remote().host().write(KEY, key);
        stage.remote().restartDaemon();
    }
}
