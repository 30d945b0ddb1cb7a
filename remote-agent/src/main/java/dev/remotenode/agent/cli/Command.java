package dev.remotenode.agent.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One of the things that {@code remotectl} does. */
interface Command {

    /** The word for it on the command line. */
    String name();

    /**
     * Its options and operands with their meanings, for the parser, the help text, the manual and
     * the completion; without those that every command has.
     */
    CommandSpec specification();

    /**
     * Does it, and returns when it is done.
     *
     * @param arguments as parsed by the specification
     * @param output for lines to people; what programs get is in the outcome
     * @throws CommandException if it could not be done
     */
    Outcome run(ParseResult arguments, Output output) throws CommandException;
}
