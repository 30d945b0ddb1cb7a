package dev.remotenode.lrmd.tls;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.bouncycastle.tls.ProtocolVersion;

/**
 * Which versions of TLS and which cipher suites this daemon agrees to.
 *
 * @param versions versions of TLS
 * @param traits what a suite may be made of
 */
public record TlsPolicy(Set<Version> versions, Set<String> traits) {

    /** A version of TLS that this daemon speaks. */
    public enum Version {
        TLS_1_3,
        TLS_1_2;

        private ProtocolVersion protocol() {
            return switch (this) {
                case TLS_1_3 -> ProtocolVersion.TLSv13;
                case TLS_1_2 -> ProtocolVersion.TLSv12;
            };
        }
    }

    /** Everything that this daemon has. */
    public static final TlsPolicy NORMAL =
            new TlsPolicy(Set.of(Version.values()), Set.copyOf(SuiteTraits.all()));

    /** Copies both sets. */
    public TlsPolicy {
        versions = Set.copyOf(versions);
        traits = Set.copyOf(traits);
    }

    /** Whether any suite is left for a node that has a pre-shared key. */
    public boolean allowsSharedKey() {
        return among(CipherSuites.all()).length > 0;
    }

    /** Whether any suite is left for a node that has a certificate of some kind. */
    public boolean allowsCertificates() {
        return among(CertificateSuites.all()).length > 0;
    }

    /** The newest first. */
    ProtocolVersion[] protocols() {
        return Arrays.stream(Version.values())
                .filter(versions::contains)
                .map(Version::protocol)
                .toArray(ProtocolVersion[]::new);
    }

    /** Those of some suites that are agreed to, in the same order. */
    int[] among(int[] suites) {
        return Arrays.stream(suites).filter(this::allows).toArray();
    }

    private boolean allows(int suite) {
        List<String> needed = SuiteTraits.of(suite);
        Version version = SuiteTraits.isTls13(suite) ? Version.TLS_1_3 : Version.TLS_1_2;
        return versions.contains(version) && traits.containsAll(needed);
    }
}
