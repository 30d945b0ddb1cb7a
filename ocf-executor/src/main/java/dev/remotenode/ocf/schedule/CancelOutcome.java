package dev.remotenode.ocf.schedule;

/** The answer to a request to cancel an operation. */
public enum CancelOutcome {
    CANCELLED,
    /** Nothing matches, or what matches runs only once and has started. */
    NO_SUCH_OPERATION,
    NOT_REGISTERED
}
