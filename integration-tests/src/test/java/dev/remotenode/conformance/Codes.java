package dev.remotenode.conformance;

/** The numbers of the protocol that the tests speak of. */
final class Codes {
    // Exit codes of OCF agents.
    static final int OK = 0;
    static final int ERROR = 1;
    static final int INSUFFICIENT_PRIVILEGES = 4;
    static final int NOT_INSTALLED = 5;
    static final int NOT_RUNNING = 7;

    // Execution statuses.
    static final int DONE = 0;
    static final int CANCELLED = 1;
    static final int TIMED_OUT = 2;
    static final int EXECUTION_ERROR = 4;
    static final int FATAL_ERROR = 6;
    static final int AGENT_NOT_INSTALLED = 7;

    // Return codes of replies.
    static final int ACCEPTED = 0;
    static final int E2BIG = -7;
    static final int ENODEV = -19;
    static final int EINVAL = -22;
    static final int EPROTO = -71;
    static final int EOPNOTSUPP = -95;
    static final int EINPROGRESS = -115;

    private Codes() {}
}
