package dev.remotenode.agent.cli;

import dev.remotenode.agent.cli.history.JournalEntry;
import dev.remotenode.agent.config.AgentConfiguration;
import dev.remotenode.control.message.RecordsRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** Who is asked for what the journal has: the daemon, or the files it has left. */
sealed interface RecordSource extends AutoCloseable permits OwnDaemon, JournalFiles {

    /**
     * Finds what was recorded, the oldest first.
     *
     * @throws CommandException if it cannot be read
     */
    List<JournalEntry> find(RecordsRequest.Builder question) throws CommandException;

    @Override
    void close();

    /**
     * The daemon, or its files where it does not run; people are told so.
     *
     * @throws CommandException if there is neither, or not for this user
     */
    static RecordSource open(ParseResult arguments, Output output) throws CommandException {
        try {
            return OwnDaemon.connect(arguments);
        } catch (CommandException e) {
            Optional<JournalFiles> files = files(arguments, e);
            if (files.isEmpty()) {
                throw e;
            }
            output.line(
                    "The daemon does not run; this is what it has recorded in %s."
                            .formatted(files.get().folder()));
            return files.get();
        }
    }

    private static Optional<JournalFiles> files(ParseResult arguments, CommandException failure)
            throws CommandException {
        AgentConfiguration configuration = NodeIdentity.configuration();
        Optional<Path> folder = configuration.operators().stateDirectory();
        boolean isOurs = !OwnDaemon.isNamed(arguments);
        return isOurs && folder.isPresent() && failure.status() == ExitStatus.NOT_RUNNING
                ? JournalFiles.in(folder.get())
                : Optional.empty();
    }
}
