package dev.remotenode.agent.logging;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.List;

/**
 * Keeps the last lines of full detail in memory, so that they can be had when something went wrong
 * that nobody had turned debug messages on for. Text, where Pacemaker's own is libqb's format.
 *
 * <p>Safe for use by several threads.
 */
final class FlightRecorder implements LogTarget {
    /** For about ten thousand lines. */
    static final int LIMIT_CHARACTERS = 1 << 20;

    private static final FileAttribute<?> OF_ROOT_ALONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path folder;
    private final String name;
    private final DetailFormat format;
    private final ArrayDeque<LogLine> lines = new ArrayDeque<>();
    private int characters;
    private int written;

    /**
     * @param folder where its files go; Pacemaker's package has made it
     * @param daemon the daemon's name, with which theirs begin
     */
    FlightRecorder(Path folder, String daemon, DetailFormat format) {
        this.folder = folder;
        this.name = daemon + "-" + ProcessHandle.current().pid();
        this.format = format;
    }

    @Override
    public synchronized void write(LogLine line) {
        lines.addLast(line);
        characters += line.text().length();
        while (characters > LIMIT_CHARACTERS) {
            characters -= lines.removeFirst().text().length();
        }
    }

    /**
     * Writes what it holds to a new file, and keeps it.
     *
     * @return the file, {@code pacemaker-remoted-PID.N} as Pacemaker numbers its own, which root
     *     and nobody else may read
     * @throws IOException the file cannot be made or written in full
     */
    Path writeOut() throws IOException {
        Path file = newFile();
        List<LogLine> record = recorded();
        Files.write(file, record.stream().map(format::format).toList(), StandardOpenOption.WRITE);
        return file;
    }

    private synchronized List<LogLine> recorded() {
        return List.copyOf(lines);
    }

    private synchronized Path newFile() throws IOException {
        while (true) {
            written++;
            Path file = folder.resolve(name + "." + written);
            try {
                return Files.createFile(file, OF_ROOT_ALONE);
            } catch (FileAlreadyExistsException e) {
                // Left by another process that had this id.
            }
        }
    }
}
