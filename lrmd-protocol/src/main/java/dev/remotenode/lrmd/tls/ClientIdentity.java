package dev.remotenode.lrmd.tls;

import org.bouncycastle.tls.ProtocolVersion;

/**
 * What a cluster node presents that uses the pre-shared key.
 *
 * @param name the key's name, {@code lrmd} for every honest peer
 * @param key the key
 * @param versions which versions of TLS to offer
 */
public record ClientIdentity(String name, PreSharedKey key, Versions versions)
        implements PeerIdentity {

    /** Versions of TLS to offer. */
    public enum Versions {
        TLS_1_3_AND_1_2,
        ONLY_TLS_1_3,
        ONLY_TLS_1_2;

        ProtocolVersion[] protocols() {
            return switch (this) {
                case TLS_1_3_AND_1_2 -> ProtocolVersion.TLSv13.downTo(ProtocolVersion.TLSv12);
                case ONLY_TLS_1_3 -> ProtocolVersion.TLSv13.only();
                case ONLY_TLS_1_2 -> ProtocolVersion.TLSv12.only();
            };
        }
    }

    /** An honest peer with this key. */
    public static ClientIdentity of(PreSharedKey key) {
        return new ClientIdentity(LrmdIdentity.NAME, key, Versions.TLS_1_3_AND_1_2);
    }
}
