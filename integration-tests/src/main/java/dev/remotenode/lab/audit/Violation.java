package dev.remotenode.lab.audit;

import java.util.Arrays;
import java.util.List;

/**
 * A place where a law does not hold.
 *
 * @param what is wrong there, for people
 * @param evidence the events that show it
 */
public record Violation(Kind kind, String what, List<Event> evidence) {
    /** The ways to fail. */
    public enum Kind {
        LOST,
        RUN_TWICE,
        REPORTED_TWICE,
        WRONG_CALL,
        UNTIMELY,
        UNTRUE,
        UNASKED,
        SIMULTANEOUS,
        LEFT_BEHIND
    }

    static Violation of(Kind kind, String what, Event... evidence) {
        return new Violation(kind, what, Arrays.asList(evidence));
    }

    @Override
    public String toString() {
        return kind + ": " + what + " " + evidence;
    }
}
