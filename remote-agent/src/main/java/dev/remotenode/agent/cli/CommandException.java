package dev.remotenode.agent.cli;

/** A command cannot go on; the message says why, and what to do about it where that is known. */
final class CommandException extends Exception {
    private static final long serialVersionUID = 1L;

    private final ExitStatus status;

    CommandException(ExitStatus status, String message) {
        super(message);
        this.status = status;
    }

    CommandException(ExitStatus status, String message, Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    ExitStatus status() {
        return status;
    }
}
