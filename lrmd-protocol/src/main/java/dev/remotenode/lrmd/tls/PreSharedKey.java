package dev.remotenode.lrmd.tls;

import java.security.MessageDigest;

/** The secret that a cluster and its remote nodes share: raw bytes, nothing trimmed. */
public final class PreSharedKey {

    /** Longest key, in bytes: what a TLS pre-shared key can be. */
    public static final int MAX_BYTES = 64 * 1024 - 1;

    private final byte[] secret;

    /**
     * Keeps a copy of the bytes.
     *
     * @throws IllegalArgumentException if there are none, or more than {@link #MAX_BYTES}
     */
    public PreSharedKey(byte[] secret) {
        if (secret.length == 0 || secret.length > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "a key has 1 to %d bytes, not %d".formatted(MAX_BYTES, secret.length));
        }
        this.secret = secret.clone();
    }

    /** A copy of the bytes. */
    byte[] secret() {
        return secret.clone();
    }

    /** Whether it is the same secret; takes the same time whatever the difference is. */
    boolean isSame(PreSharedKey other) {
        return MessageDigest.isEqual(secret, other.secret);
    }

    @Override
    public String toString() {
        return "PreSharedKey[" + secret.length + " bytes]";
    }
}
