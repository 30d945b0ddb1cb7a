package dev.remotenode.agent.ipc.ring;

/** The other process has not kept to the rules for shared memory, or has taken it away. */
public final class RingException extends Exception {

    private static final long serialVersionUID = 1;

    RingException(String message) {
        super(message);
    }

    RingException(String message, Throwable cause) {
        super(message, cause);
    }
}
