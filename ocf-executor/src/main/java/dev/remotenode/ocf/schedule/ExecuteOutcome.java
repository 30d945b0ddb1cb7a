package dev.remotenode.ocf.schedule;

/** The answer to a request to execute an operation. */
public enum ExecuteOutcome {
    ACCEPTED,
    NOT_REGISTERED
}
