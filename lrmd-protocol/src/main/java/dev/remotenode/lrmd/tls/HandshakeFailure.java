package dev.remotenode.lrmd.tls;

/** Why a handshake did not succeed, as far as this side can tell. */
public enum HandshakeFailure {
    /** Both sides have a key, and they differ. */
    KEY,
    /** The peer names the key otherwise than all peers do, or offers none. */
    IDENTITY,
    /** This side has no key. */
    NO_KEY,
    /** A certificate of one side is not accepted by the other. */
    CERTIFICATE,
    /** There is no version of TLS that both speak. */
    VERSION,
    /** There is no cipher suite that both have. */
    CIPHER_SUITE,
    /** What came is not TLS. */
    NOT_TLS,
    /** The peer took too long. */
    TIMEOUT,
    /** The peer closed the connection. */
    CLOSED,
    /** Anything else. */
    OTHER
}
