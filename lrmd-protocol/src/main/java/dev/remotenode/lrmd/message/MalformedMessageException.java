package dev.remotenode.lrmd.message;

/** A payload that is no message of the protocol. The connection can go on. */
public sealed class MalformedMessageException extends Exception permits ExcessiveMessageException {

    private static final long serialVersionUID = 1L;

    MalformedMessageException(String message) {
        super(message);
    }

    MalformedMessageException(String message, Throwable cause) {
        super(message, cause);
    }
}
