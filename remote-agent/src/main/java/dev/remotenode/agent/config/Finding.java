package dev.remotenode.agent.config;

import java.util.Optional;

/**
 * Something to tell about a configuration that is looked at.
 *
 * @param weight whether something has to be done
 * @param where file and line, or another name of the place; empty if it has none
 * @param text one sentence without a full stop
 */
public record Finding(Weight weight, Optional<String> where, String text) {

    /** Whether something has to be done. */
    public enum Weight {
        /** What was asked for is not what happens. */
        PROBLEM,
        /** Good to know. */
        NOTE
    }

    static Finding problem(String where, String text) {
        return new Finding(Weight.PROBLEM, Optional.of(where), text);
    }

    /** A problem that has no one place. */
    public static Finding problem(String text) {
        return new Finding(Weight.PROBLEM, Optional.empty(), text);
    }

    static Finding note(String where, String text) {
        return new Finding(Weight.NOTE, Optional.of(where), text);
    }

    /** Something good to know that has no one place. */
    public static Finding note(String text) {
        return new Finding(Weight.NOTE, Optional.empty(), text);
    }

    /** As compilers write it: place, weight, text. */
    @Override
    public String toString() {
        String kind =
                switch (weight) {
                    case PROBLEM -> "problem: ";
                    case NOTE -> "note: ";
                };
        return where.map(place -> place + ": ").orElse("") + kind + text;
    }
}
