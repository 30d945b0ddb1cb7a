package dev.remotenode.lab.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The processes of a host at one moment. */
public record ProcessTable(List<Entry> entries) {
    /**
     * One process.
     *
     * @param id its process id on the host
     * @param commandLine its arguments joined by blanks; empty for a zombie
     */
    public record Entry(long id, String commandLine) {}

    static ProcessTable read(Path proc) {
        try (Stream<Path> files = Files.list(proc)) {
            return new ProcessTable(files.flatMap(file -> entry(file).stream()).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The processes whose command line contains a text. */
    public List<Entry> mentioning(String text) {
        return entries.stream().filter(entry -> entry.commandLine().contains(text)).toList();
    }

    private static Optional<Entry> entry(Path folder) {
        String id = folder.getFileName().toString();
        if (!id.chars().allMatch(Character::isDigit)) {
            return Optional.empty();
        }
        try {
            String arguments = Files.readString(folder.resolve("cmdline"));
            return Optional.of(new Entry(Long.parseLong(id), arguments.replace('\0', ' ').strip()));
        } catch (IOException endedMeanwhile) {
            return Optional.empty();
        }
    }
}
