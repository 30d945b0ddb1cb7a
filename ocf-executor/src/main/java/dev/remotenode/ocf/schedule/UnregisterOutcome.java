package dev.remotenode.ocf.schedule;

/** The answer to a request to unregister a resource. */
public enum UnregisterOutcome {
    /** The resource is not registered (any more). */
    REMOVED,
    /** The resource is not registered any more, but an agent still runs for it. */
    STILL_ACTIVE
}
