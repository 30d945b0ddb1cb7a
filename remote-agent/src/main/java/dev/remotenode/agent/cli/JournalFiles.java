package dev.remotenode.agent.cli;

import dev.remotenode.agent.cli.history.JournalEntry;
import dev.remotenode.agent.control.RecordQueries;
import dev.remotenode.agent.journal.JournalReader;
import dev.remotenode.control.message.RecordsRequest;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The journal of a daemon that does not run. */
record JournalFiles(Path folder) implements RecordSource {
    /**
     * The journal in a folder, if there is one.
     *
     * @throws CommandException if this user may not read it
     */
    static Optional<JournalFiles> in(Path folder) throws CommandException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        if (!Files.isReadable(folder) || !Files.isExecutable(folder)) {
            throw new CommandException(
                    ExitStatus.INSUFFICIENT_PRIVILEGES,
                    "the daemon does not run, and its journal in %s may be read by root only"
                            .formatted(folder));
        }
        return Optional.of(new JournalFiles(folder));
    }

    @Override
    public List<JournalEntry> find(RecordsRequest.Builder question) throws CommandException {
        try {
            return JournalEntry.of(
                    JournalReader.of(folder).read(RecordQueries.of(question.build())).reversed());
        } catch (UncheckedIOException e) {
            throw new CommandException(
                    ExitStatus.ERROR, "the journal cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        // Nothing is open between questions.
    }
}
