package dev.remotenode.agent.cli;

import dev.remotenode.agent.cli.document.Item;

/**
 * What came of a command.
 *
 * @param code the exit status of the process
 * @param words what that means
 * @param found for programs
 */
record Outcome(int code, String words, Item found) {

    static Outcome of(ExitStatus status, Item found) {
        return new Outcome(status.code(), status.words(), found);
    }
}
