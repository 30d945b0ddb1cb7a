package dev.remotenode.agent.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the command line asked for.
 *
 * @param logFiles files to log to, beside the one from the environment
 * @param port the port as written; it goes through the same checks as one from the environment
 * @param verbosity how often more detail was asked for
 */
public record CommandLineOptions(List<Path> logFiles, Optional<String> port, int verbosity) {
    /** What an empty command line asks for. */
    public static final CommandLineOptions NONE =
            new CommandLineOptions(List.of(), Optional.empty(), 0);

    /** Copies the list. */
    public CommandLineOptions {
        logFiles = List.copyOf(logFiles);
    }
}
