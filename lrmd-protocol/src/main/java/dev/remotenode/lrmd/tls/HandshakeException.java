package dev.remotenode.lrmd.tls;

import java.io.IOException;

/** A handshake did not succeed; the message says why, in words for an operator. */
public final class HandshakeException extends IOException {

    private static final long serialVersionUID = 1L;

    HandshakeException(String message) {
        super(message);
    }

    HandshakeException(String message, Throwable cause) {
        super(message, cause);
    }
}
