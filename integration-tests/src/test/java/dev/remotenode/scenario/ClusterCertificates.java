package dev.remotenode.scenario;

import dev.remotenode.lab.HostPreparation;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lrmd.pki.IssuedCertificate;
import dev.remotenode.lrmd.pki.TestAuthority;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Gives every host a certificate of one authority, an empty list of revoked ones, and Pacemaker the
 * settings to use them.
 */
final class ClusterCertificates implements HostPreparation {
    static final TestAuthority AUTHORITY = TestAuthority.named("Cluster CA");

    private static final Duration DAY = Duration.ofDays(1);
    private static final String CA = "/etc/pacemaker/ca.pem";
    private static final String CERTIFICATE = "/etc/pacemaker/certificate.pem";
    private static final String KEY = "/etc/pacemaker/certificate.key";
    private static final String REVOKED = "/etc/pacemaker/revoked.pem";

    @Override
    public Map<String, String> prepare(Host host) {
        host.write(CA, AUTHORITY.certificatePem());
        install(host, AUTHORITY.issue(host.name()));
        revoke(host);
        return Map.of(
                "PCMK_ca_file", CA,
                "PCMK_cert_file", CERTIFICATE,
                "PCMK_key_file", KEY,
                "PCMK_crl_file", REVOKED);
    }

    /** Makes a host present another certificate. */
    static void install(Host host, IssuedCertificate certificate) {
        host.write(CERTIFICATE, certificate.certificatePem());
        host.write(KEY, certificate.keyPem());
    }

    /** Makes a host go by another list of revoked certificates. */
    static void revoke(Host host, IssuedCertificate... revoked) {
        host.write(REVOKED, AUTHORITY.revoking(Instant.now().plus(DAY), revoked));
    }
}
