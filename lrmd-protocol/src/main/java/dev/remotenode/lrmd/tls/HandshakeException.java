package dev.remotenode.lrmd.tls;

import java.io.IOException;

/** A handshake did not succeed; the message says why, in words for an operator. */
public final class HandshakeException extends IOException {

    private static final long serialVersionUID = 1L;

    private final HandshakeFailure failure;

    HandshakeException(HandshakeFailure failure, String message) {
        super(message);
        this.failure = failure;
    }

    HandshakeException(HandshakeFailure failure, String message, Throwable cause) {
        super(message, cause);
        this.failure = failure;
    }

    /** The same for a program. */
    public HandshakeFailure failure() {
        return failure;
    }
}
