package dev.remotenode.agent.ipc.message;

/** A message that breaks the rules, or that cannot be sent under them. */
public final class MessageException extends Exception {

    private static final long serialVersionUID = 1;

    MessageException(String message) {
        super(message);
    }

    MessageException(String message, Throwable cause) {
        super(message, cause);
    }
}
