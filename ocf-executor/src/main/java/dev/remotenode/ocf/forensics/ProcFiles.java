package dev.remotenode.ocf.forensics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads what {@code /proc} says of processes. They may end at any moment, so what cannot be read is
 * just not there.
 *
 * @param root where it is mounted
 */
record ProcFiles(Path root) {

    private static final int STAT_BYTES = 1024;

    /**
     * Reads the process table, as far as it gets in the given time: about 25 microseconds each. The
     * newest processes come first, as those of an agent are among them.
     *
     * @param limit checked between two processes
     */
    ProcessTable table(Duration limit) {
        long began = System.nanoTime();
        List<ProcessEntry> processes = new ArrayList<>();
        try {
            for (int pid : newestFirst()) {
                if (System.nanoTime() - began > limit.toNanos()) {
                    return new ProcessTable(processes, false);
                }
                entry(Integer.toString(pid)).ifPresent(processes::add);
            }
            return new ProcessTable(processes, true);
        } catch (IOException | UncheckedIOException e) {
            return new ProcessTable(processes, false);
        }
    }

    /** By number, which tells the age until the numbers begin anew. */
    private List<Integer> newestFirst() throws IOException {
        try (Stream<Path> files = Files.list(root)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.chars().allMatch(Character::isDigit))
                    .map(Integer::valueOf)
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    Optional<ProcessEntry> entry(String pid) {
        return beginning(pid, "stat", STAT_BYTES)
                .map(text -> new String(text, StandardCharsets.UTF_8))
                .flatMap(ProcFiles::parse);
    }

    /**
     * The first bytes of one file of a process; empty if there are none.
     *
     * @param limit of what is read at all, as the kernel makes the text while it is read
     */
    Optional<byte[]> beginning(String pid, String file, int limit) {
        try (InputStream input = Files.newInputStream(root.resolve(pid).resolve(file))) {
            return Optional.of(input.readNBytes(limit)).filter(bytes -> bytes.length > 0);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<ProcessEntry> parse(String stat) {
        try {
            return Optional.of(ProcessEntry.parse(stat));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
