package dev.remotenode.ocf.agent;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * How an agent is called as a program.
 *
 * @param arguments without the name of the program itself
 * @param environment variables on top of those that every agent finds
 */
public record CommandLine(
        String executable, List<String> arguments, SequencedMap<String, String> environment) {

    public CommandLine {
        arguments = List.copyOf(arguments);
        environment = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(environment));
    }
}
