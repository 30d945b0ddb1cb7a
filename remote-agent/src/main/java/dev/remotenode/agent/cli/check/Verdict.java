package dev.remotenode.agent.cli.check;

import java.util.Locale;

/** What an observation means for the operator. */
public enum Verdict {
    /** As it should be. */
    OK,
    /** May be meant so; to be looked at. */
    NOTE,
    /** Has to be changed. */
    PROBLEM;

    /** For people and programs. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
