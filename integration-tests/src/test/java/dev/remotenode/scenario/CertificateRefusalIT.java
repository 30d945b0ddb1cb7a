package dev.remotenode.scenario;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.HostKind;
import dev.remotenode.lab.LabSettings;
import dev.remotenode.lab.RemoteCluster;
import dev.remotenode.lab.daemon.DaemonProgram;
import dev.remotenode.lab.host.Await;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.host.PacemakerSeries;
import dev.remotenode.lab.junit.ClusterSeries;
import dev.remotenode.lrmd.pki.IssuedCertificate;
import dev.remotenode.lrmd.pki.TestAuthority;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A cluster node whose certificate must not count. Each has a cluster of its own: a controller of
 * 3.0 whose certificate is refused waits in vain for the rest of its operation, because in TLS 1.3
 * a client hears of that only after the handshake.
 */
@ClusterSeries(value = PacemakerSeries.V3_0, because = "Pacemaker 2.1 knows no certificates")
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CertificateRefusalIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final TestAuthority AUTHORITY = ClusterCertificates.AUTHORITY;

    /** Somebody has the key of it. */
    private static final IssuedCertificate LOST = AUTHORITY.issue("node1");

    /** What is wrong with the cluster node's certificate. */
    enum Flaw {
        OF_ANOTHER_AUTHORITY("CN=node1 does not come from a CA in", "Certificate is required"),
        EXPIRED("CN=node1 expired at", "uses expired certificate"),
        REVOKED(") was revoked at", "is revoked");

        private final String ours;
        private final String pacemakers;

        Flaw(String ours, String pacemakers) {
            this.ours = ours;
            this.pacemakers = pacemakers;
        }

        private String logged() {
            return switch (DaemonProgram.implementationUnderTest()) {
                case JAVA -> ours;
                case C -> pacemakers;
            };
        }

        private IssuedCertificate presented() {
            return switch (this) {
                case OF_ANOTHER_AUTHORITY -> TestAuthority.named("Other CA").issue("node1");
                case EXPIRED ->
                        AUTHORITY.issue("node1", "EC", Instant.now().minus(Duration.ofDays(1)));
                case REVOKED -> LOST;
            };
        }

        Map<String, String> prepare(Host host) {
            Map<String, String> environment = new ClusterCertificates().prepare(host);
            if (host.name().equals("node1")) {
                ClusterCertificates.install(host, presented());
            } else {
                ClusterCertificates.revoke(host, LOST);
            }
            return environment;
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsTheClusterOutAndSaysWhy(Flaw flaw) {
        LabSettings settings = LabSettings.fromSystemProperties();
        String name = "CertificateRefusalIT-" + flaw;
        try (RemoteCluster stage =
                RemoteCluster.open(settings, name, 1, HostKind.BARE, flaw::prepare)) {
            try {
                assertKeptOut(flaw, stage);
            } catch (RuntimeException | AssertionError e) {
                settings.evidence().show(stage.lab(), name);
                throw e;
            }
        }
    }

    private static void assertKeptOut(Flaw flaw, RemoteCluster stage) {
        stage.introduce();
        Await.until(
                "the reason in the log", LIMIT, () -> stage.remote().log().contains(flaw.logged()));
        assertTrue(stage.remote().daemon().isRunning());
        assertFalse(stage.remote().log().contains("manages this node now"));
        assertFalse(stage.remote().log().contains("Remote client connection accepted"));
    }
}
