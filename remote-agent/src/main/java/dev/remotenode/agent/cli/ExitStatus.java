package dev.remotenode.agent.cli;

/** How {@code remotectl} ends, in Pacemaker's numbers (its {@code crm_exit_t}) and words. */
public enum ExitStatus {
    OK(0, "OK", "it is as it should be, or what was asked for is done"),
    ERROR(1, "Error occurred", "something is wrong, as the output says"),
    INSUFFICIENT_PRIVILEGES(
            4, "Insufficient privileges", "the caller may not do or read this; root may"),
    NOT_RUNNING(7, "Not running", "the daemon does not run"),
    USAGE(64, "Incorrect usage", "the command line makes no sense"),
    UNAVAILABLE(69, "Service unavailable", "the host or the daemon there cannot be reached"),
    PROTOCOL(76, "Protocol violated", "the other side does not speak as a daemon does"),
    NOT_PERMITTED(77, "Permission denied", "the daemon refused the key or the certificate"),
    CONFIGURATION(78, "Invalid configuration", "a setting or a file of this node is of no use"),
    DISCONNECTED(102, "Not connected", "no cluster node is connected, or the connection has ended"),
    NO_SUCH_OBJECT(105, "No such object", "nothing has that name or number"),
    UNSAFE(107, "Requires --force or new conditions", "it could do harm now, and was not done"),
    TIMEOUT(124, "Timeout occurred", "no answer came in time");

    private final int code;
    private final String words;
    private final String meaning;

    ExitStatus(int code, String words, String meaning) {
        this.code = code;
        this.words = words;
        this.meaning = meaning;
    }

    /** The exit status of the process. */
    public int code() {
        return code;
    }

    /** Pacemaker's words for it. */
    public String words() {
        return words;
    }

    /** What it means here, a phrase for the manual. */
    public String meaning() {
        return meaning;
    }
}
