package dev.remotenode.lrmd.tls;

/**
 * What a cluster node presents.
 *
 * @param name the key's name, {@code lrmd} for every honest peer
 * @param key the key
 * @param versions which versions of TLS to offer
 */
public record ClientIdentity(String name, PreSharedKey key, Versions versions) {

    /** Versions of TLS to offer. */
    public enum Versions {
        TLS_1_3_AND_1_2,
        ONLY_TLS_1_2
    }

    /** An honest peer with this key. */
    public static ClientIdentity of(PreSharedKey key) {
        return new ClientIdentity(LrmdIdentity.NAME, key, Versions.TLS_1_3_AND_1_2);
    }
}
