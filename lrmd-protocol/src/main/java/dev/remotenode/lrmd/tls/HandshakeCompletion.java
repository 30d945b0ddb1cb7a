package dev.remotenode.lrmd.tls;

/**
 * Fired as a user event when both sides have proven that they have the key.
 *
 * @param version the agreed version of TLS
 * @param cipherSuite the agreed suite, as its registered number
 */
public record HandshakeCompletion(String version, String cipherSuite) {}
