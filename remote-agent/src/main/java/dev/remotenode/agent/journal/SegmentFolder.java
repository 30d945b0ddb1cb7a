package dev.remotenode.agent.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where the files of the journal are. */
record SegmentFolder(Path path) {

    /** Makes it, for its owner alone, if it is not there. */
    void make() throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectories(path);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** The oldest first; none if there is no such folder. */
    List<Segment> segments() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.flatMap(file -> Segment.of(file).stream())
                    .sorted(Comparator.comparingLong(Segment::first))
                    .toList();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        }
    }

    /** What all files have together. */
    long bytes() throws IOException {
        long sum = 0;
        for (Segment segment : segments()) {
            sum += size(segment);
        }
        return sum;
    }

    /**
     * Removes the oldest files until the rest is within the limits. The newest stays.
     *
     * @param bytes that all files may have together
     * @param age since the last record of a file, at most
     */
    void trim(long bytes, Duration age, Instant now) throws IOException {
        List<Segment> all = new ArrayList<>(segments());
        long sum = bytes();
        while (all.size() > 1) {
            Segment oldest = all.removeFirst();
            if (sum <= bytes && !isOlder(oldest, now.minus(age))) {
                return;
            }
            sum -= size(oldest);
            Files.deleteIfExists(oldest.file());
        }
    }

    private static long size(Segment segment) throws IOException {
        return Files.exists(segment.file()) ? Files.size(segment.file()) : 0;
    }

    private static boolean isOlder(Segment segment, Instant limit) throws IOException {
        return Files.getLastModifiedTime(segment.file()).toInstant().isBefore(limit);
    }
}
