package dev.remotenode.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.RemoteCluster;
import dev.remotenode.lab.agent.ActorAgent;
import dev.remotenode.lab.cluster.Primitive;
import dev.remotenode.lab.host.Await;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.host.PacemakerSeries;
import dev.remotenode.lab.junit.BeyondReference;
import dev.remotenode.lab.junit.ClusterSeries;
import dev.remotenode.lab.junit.RemoteClusterTest;
import dev.remotenode.lrmd.pki.IssuedCertificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The cluster and the guest use certificates instead of the key. */
@ClusterSeries(value = PacemakerSeries.V3_0, because = "Pacemaker 2.1 knows no certificates")
@RemoteClusterTest(preparation = ClusterCertificates.class)
class CertificatesIT {
    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final Duration DAY = Duration.ofDays(1);

    /** The class begins with the node online: this shows that it is not so by the key. */
    @Test
    void takeThePlaceOfTheKey(RemoteCluster stage) {
        stage.addOnRemoteOnly(
                Primitive.of("pump", ActorAgent.NAME).monitoredEvery(Duration.ofSeconds(1)));
        stage.cluster()
                .await("the start", LIMIT, now -> now.isStarted("pump", stage.remote().name()));
        assertEquals(List.of(), stage.cluster().status().failures());

        stage.remote().host().run("rm", "-f", "/etc/pacemaker/authkey");
        reconnect(stage);
        stage.awaitConnected();
    }

    @Test
    @BeyondReference("reads its certificates once, when it starts")
    void areReadAgainWithoutARestart(RemoteCluster stage) {
        Host guest = stage.remote().host();
        IssuedCertificate next =
                ClusterCertificates.AUTHORITY.issue("next", "RSA", Instant.now().plus(DAY));
        ClusterCertificates.install(guest, next);
        reconnect(stage);
        stage.awaitConnected();
        Await.until(
                "the word of it", LIMIT, () -> stage.remote().log().contains("CN=next of /etc"));
        Await.until(
                "the warning",
                LIMIT,
                () -> stage.remote().log().contains("certificate CN=next will expire"));

        ClusterCertificates.revoke(
                guest, next, ClusterCertificates.AUTHORITY.issue("somebody else"));
        guest.write("/etc/pacemaker/certificate.key", "");
        reconnect(stage);
        stage.awaitConnected();
        assertTrue(stage.remote().log().contains("stays in force"), "no word of the broken file");
    }

    private static void reconnect(RemoteCluster stage) {
        String guest = stage.remote().name();
        stage.cluster().resources().stop(guest);
        stage.cluster().await("the connection closed", LIMIT, now -> now.isStopped(guest));
        stage.cluster().resources().start(guest);
    }
}
