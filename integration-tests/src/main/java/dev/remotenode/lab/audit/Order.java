package dev.remotenode.lab.audit;

/**
 * An operation as it is asked for.
 *
 * @param ticket names it and no other; the agent is told, and repeats it
 * @param kind how often it runs, and is reported
 */
public record Order(String ticket, String resource, String action, Kind kind) {
    /** How often an operation runs, and is reported. */
    public enum Kind {
        /** It runs once, and is reported once. */
        ONCE,
        /** It runs until it is cancelled, and each run is reported. */
        EVERY_RUN,
        /** It runs until it is cancelled, and each run with another result is reported. */
        EVERY_CHANGE
    }

    boolean isOnce() {
        return kind == Kind.ONCE;
    }
}
