package dev.remotenode.agent.journal;

import dev.remotenode.control.journal.Record;
import dev.remotenode.ocf.schedule.EventLoop;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what is to be recorded, and has it written by another thread. It never fails and never
 * keeps anybody waiting: what cannot be written is lost, and the log says so once. Used on the
 * event loop.
 */
public final class Journal {

    private static final Logger log = LoggerFactory.getLogger(Journal.class);

    /** What comes in such a time is written together. */
    private static final Duration BATCH = Duration.ofMillis(200);

    private final SegmentFolder folder;
    private final JournalLimits limits;
    private final EventLoop loop;
    private final Executor thread;
    private final JournalWriter writer;
    private List<Entry> waiting = new ArrayList<>();
    private long dropped;
    private boolean busy;
    private Optional<String> problem = Optional.empty();
    // Confined to the thread that writes.
    private Optional<String> lastFailure = Optional.empty();

    /**
     * Makes a journal. Nothing is read or written before there is something to record.
     *
     * @param folder made if it is not there
     * @param thread runs one task at a time, which may wait for a disk
     */
    public Journal(Path folder, JournalLimits limits, EventLoop loop, Executor thread) {
        this.folder = new SegmentFolder(folder);
        this.limits = limits;
        this.loop = loop;
        this.thread = thread;
        this.writer = new JournalWriter(this.folder, limits, loop::now);
    }

    /** Where it is. */
    public Path folder() {
        return folder.path();
    }

    /** Why nothing can be recorded now, if so. */
    public Optional<String> problem() {
        return problem;
    }

    /** The clock's time, for entries. */
    Instant now() {
        return loop.now();
    }

    /** Records something soon. */
    void add(Entry entry) {
        if (waiting.size() >= limits.waiting()) {
            dropped++;
            return;
        }
        waiting.add(entry);
        if (!busy) {
            busy = true;
            loop.schedule(BATCH, this::handOver);
        }
    }

    /**
     * Reads on the journal's own thread.
     *
     * @param repetitions that are not in the files yet
     * @return what was found, the newest first; it fails if the files cannot be read
     */
    public CompletableFuture<List<Record>> read(JournalQuery query, List<Repeated> repetitions) {
        List<Entry> batch = takeWaiting();
        return CompletableFuture.supplyAsync(
                () -> {
                    Optional<String> failure = write(batch);
                    loop.execute(() -> tell(failure));
                    return new JournalReader(folder)
                            .read(query, repetitions.stream().flatMap(Repeated::latest).toList());
                },
                thread);
    }

    /** Writes all that waits, and closes the files; afterwards, nothing may be added. */
    public CompletableFuture<Void> close() {
        List<Entry> batch = takeWaiting();
        return CompletableFuture.runAsync(
                () -> {
                    write(batch);
                    closeFiles();
                },
                thread);
    }

    private List<Entry> takeWaiting() {
        List<Entry> batch = waiting;
        waiting = new ArrayList<>();
        return batch;
    }

    private void handOver() {
        List<Entry> batch = takeWaiting();
        long tooMany = dropped;
        dropped = 0;
        thread.execute(() -> {
            writer.lose(tooMany);
            Optional<String> failure = write(batch);
            loop.execute(() -> written(failure));
        });
    }

    private void written(Optional<String> failure) {
        tell(failure);
        busy = !waiting.isEmpty();
        if (busy) {
            loop.schedule(BATCH, this::handOver);
        }
    }

    private void tell(Optional<String> failure) {
        if (failure.isPresent() && problem.isEmpty()) {
            log.warn(
                    "Operations go on, but are not recorded in {}: {}",
                    folder.path(),
                    failure.get());
        } else if (failure.isEmpty() && problem.isPresent()) {
            log.info("Operations are recorded in {} again", folder.path());
        }
        problem = failure;
    }

    /** What came of it, or of the last attempt if there is nothing to write. */
    private Optional<String> write(List<Entry> batch) {
        try {
            if (!batch.isEmpty()) {
                writer.write(batch);
                lastFailure = Optional.empty();
            }
        } catch (IOException e) {
            lastFailure = Optional.of(Failures.describe(e));
        }
        return lastFailure;
    }

    private void closeFiles() {
        try {
            writer.close();
        } catch (IOException e) {
            log.debug("Cannot close the journal: {}", e.getMessage());
        }
    }
}
