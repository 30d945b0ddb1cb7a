package dev.remotenode.ocf.agent;

import dev.remotenode.ocf.posix.Accounts;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * How an agent is called as a program.
 *
 * @param arguments without the name of the program itself
 * @param environment variables on top of those that every agent finds
 * @param secrets values in the environment that are to be seen nowhere else
 * @param user whose rights the program has; the daemon's if empty
 */
public record CommandLine(
        String executable,
        List<String> arguments,
        SequencedMap<String, String> environment,
        Set<String> secrets,
        Optional<Accounts.User> user) {

    public CommandLine {
        arguments = List.copyOf(arguments);
        environment = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(environment));
        secrets = Set.copyOf(secrets);
    }

    /** A call with the rights of the daemon, which need not be kept from anybody. */
    CommandLine(String executable, List<String> arguments) {
        this(executable, arguments, new LinkedHashMap<>(), Set.of(), Optional.empty());
    }
}
