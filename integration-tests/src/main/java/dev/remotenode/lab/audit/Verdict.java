package dev.remotenode.lab.audit;

/** What a report says became of a run. */
public enum Verdict {
    /** It ran to its end. */
    DONE,
    /** It was cancelled: before it ran, or between two runs or in one if it recurs. */
    CANCELLED,
    /** It took too long, and was ended. */
    TIMED_OUT,
    /** It could not run, or was ended by somebody else. */
    FAILED
}
