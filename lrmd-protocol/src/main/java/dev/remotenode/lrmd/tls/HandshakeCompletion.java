package dev.remotenode.lrmd.tls;

/**
 * Fired as a user event when both sides have proven who they are.
 *
 * @param version the agreed version of TLS
 * @param cipherSuite the agreed suite, as its registered number
 * @param peer what the peer has presented, for the log
 */
public record HandshakeCompletion(String version, String cipherSuite, String peer) {}
