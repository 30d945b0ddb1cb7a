package dev.remotenode.agent.metrics;

import dev.remotenode.ocf.schedule.EventLoop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file for the textfile collector of node_exporter, written anew again and again. It goes when
 * the daemon ends in order: numbers of a daemon that does not run would look like those of one that
 * does. Used on the event loop.
 */
public final class MetricsFile {
    private static final Logger log = LoggerFactory.getLogger(MetricsFile.class);

    /** As often as Prometheus asks, usually. */
    private static final Duration INTERVAL = Duration.ofSeconds(15);

    private final Path file;
    private final NodeMetrics metrics;
    private final EventLoop loop;
    private final Executor files;
    private String complaint = "";
    private boolean closed;

    /**
     * @param files where to wait for the disk
     */
    public MetricsFile(Path file, NodeMetrics metrics, EventLoop loop, Executor files) {
        this.file = file;
        this.metrics = metrics;
        this.loop = loop;
        this.files = files;
    }

    /** Writes now, and from now on. */
    public void begin() {
        if (closed) {
            return;
        }
        byte[] text = Exposition.PROMETHEUS.write(metrics.snapshot());
        files.execute(() -> write(text));
        loop.schedule(INTERVAL, this::begin);
    }

    /** Removes the file, once what is being written is written. */
    public CompletableFuture<Void> close() {
        closed = true;
        return CompletableFuture.runAsync(this::remove, files);
    }

    /** In one step for those who read it. */
    private void write(byte[] text) {
        Path next = file.resolveSibling(file.getFileName() + ".new");
        try {
            // The folder may be another user's: nothing that he has put there is written to.
            Files.deleteIfExists(next);
            Files.write(next, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            Files.move(
                    next,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            complaint = "";
        } catch (IOException e) {
            complain("Cannot write metrics to " + file + ": " + e);
        }
    }

    private void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            complain("Cannot remove " + file + ": " + e);
        }
    }

    /** Once for each reason. */
    private void complain(String words) {
        if (!words.equals(complaint)) {
            complaint = words;
            log.warn("{}", words);
        }
    }
}
