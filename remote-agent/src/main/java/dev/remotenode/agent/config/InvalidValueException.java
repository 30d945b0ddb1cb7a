package dev.remotenode.agent.config;

/** The text given for a setting means nothing there. The message says what would. */
final class InvalidValueException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * @param expected what the setting takes, to stand after "expected"
     */
    InvalidValueException(String expected) {
        super(expected);
    }
}
