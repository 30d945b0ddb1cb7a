package dev.remotenode.lrmd.tls;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

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

    /** How long it is, in bytes. */
    public int size() {
        return secret.length;
    }

    /** What tells it from other keys, for people: the SHA-256 sum, in hexadecimal. */
    public String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(secret));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
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
