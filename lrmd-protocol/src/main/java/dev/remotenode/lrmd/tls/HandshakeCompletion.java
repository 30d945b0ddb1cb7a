package dev.remotenode.lrmd.tls;

import java.time.Instant;
import java.util.Optional;

/**
 * Fired as a user event when both sides have proven who they are.
 *
 * @param version the agreed version of TLS
 * @param cipherSuite the agreed suite, as its registered number
 * @param peer what the peer has presented, for the log
 * @param acceptedUntil when that will no longer be accepted, if it has been replaced already
 */
public record HandshakeCompletion(
        String version, String cipherSuite, String peer, Optional<Instant> acceptedUntil) {}
