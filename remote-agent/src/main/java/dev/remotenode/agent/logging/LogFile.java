package dev.remotenode.agent.logging;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * A file that is appended to line by line, each line at once. When the file is renamed or removed,
 * as log rotation does, a new one is made within a second, at the next line.
 *
 * <p>Safe for use by several threads. A line costs one {@code write}.
 */
final class LogFile {
    private static final long CHECK_INTERVAL_NANOS = Duration.ofSeconds(1).toNanos();

    private final Path path;
    private final Set<PosixFilePermission> mode;
    private final LongSupplier nanoTime;
    private OutputStream out;
    private Optional<Object> identity;
    private long checkedAtNanos;

    private LogFile(Path path, Set<PosixFilePermission> mode, LongSupplier nanoTime)
            throws IOException {
        this.path = path;
        this.mode = mode;
        this.nanoTime = nanoTime;
        SafeAppend file = SafeAppend.to(path);
        this.out = file.open();
        LogFileOwnership.apply(file.path(), mode);
        this.identity = identityAt(path);
        this.checkedAtNanos = nanoTime.getAsLong();
    }

    /**
     * Opens or makes the file.
     *
     * @param mode access rights that the file gets
     * @param nanoTime a clock such as {@link System#nanoTime()}
     * @throws IOException the file cannot be opened for writing
     */
    static LogFile open(Path path, Set<PosixFilePermission> mode, LongSupplier nanoTime)
            throws IOException {
        return new LogFile(path, mode, nanoTime);
    }

    /** Appends a line; one that cannot be written, as on a full disk, is lost. */
    synchronized void append(String line) {
        try {
            reopenIfReplaced();
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // There is nobody left to tell, and no log is worth failing an operation for.
        }
    }

    /** Opens the file again now, without waiting for a line. */
    synchronized void reopenNow() {
        try {
            reopen();
        } catch (IOException e) {
            // The old file could not be closed; lines go to the new one.
        }
    }

    private void reopenIfReplaced() throws IOException {
        long now = nanoTime.getAsLong();
        if (now - checkedAtNanos < CHECK_INTERVAL_NANOS) {
            return;
        }
        checkedAtNanos = now;
        if (!identityAt(path).equals(identity)) {
            reopen();
        }
    }

    private void reopen() throws IOException {
        SafeAppend file;
        OutputStream replacement;
        try {
            file = SafeAppend.to(path);
            replacement = file.open();
        } catch (IOException e) {
            // The old file takes the lines on until there can be a new one.
            return;
        }
        out.close();
        out = replacement;
        identity = identityAt(path);
        LogFileOwnership.apply(file.path(), mode);
    }

    /** Device and inode, or empty while there is no such file. */
    private static Optional<Object> identityAt(Path path) {
        try {
            return Optional.ofNullable(
                    Files.readAttributes(path, BasicFileAttributes.class).fileKey());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
