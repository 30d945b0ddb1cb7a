package dev.remotenode.agent.journal;

import dev.remotenode.agent.session.Sessions;
import dev.remotenode.control.journal.DaemonEnd;
import dev.remotenode.control.journal.DaemonStart;
import dev.remotenode.control.journal.Record;
import dev.remotenode.ocf.schedule.EventLoop;
import dev.remotenode.ocf.schedule.FinishedRun;
import dev.remotenode.ocf.schedule.RunListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What this node records, from the daemon's start to its end. Used on the event loop. */
public final class NodeJournal implements RunListener {

    private static final Logger log = LoggerFactory.getLogger(NodeJournal.class);

    /** A disk that hangs shall not keep a daemon that ends. */
    private static final Duration LAST_WRITE = Duration.ofSeconds(2);

    private final Journal journal;
    private final OperationRecorder operations;

    /**
     * Makes a journal that nothing is recorded in yet.
     *
     * @param folder made if it is not there
     * @param thread runs one task at a time, which may wait for a disk
     */
    public NodeJournal(Path folder, EventLoop loop, Executor thread, Sessions sessions) {
        this.journal = new Journal(folder, JournalLimits.DEFAULT, loop, thread);
        this.operations = new OperationRecorder(journal, loop);
        sessions.record(new ConnectionRecorder(journal, sessions));
    }

    @Override
    public void finished(FinishedRun run) {
        operations.finished(run);
    }

    /** The daemon serves. */
    public void started(String version) {
        DaemonStart.Builder start =
                DaemonStart.newBuilder().setVersion(version).setPid(ProcessHandle.current().pid());
        journal.add(new Entry(journal.now(), record -> record.setDaemonStart(start)));
    }

    /** The files. */
    public Journal journal() {
        return journal;
    }

    /**
     * Looks for records.
     *
     * @return the newest first; it fails if the files cannot be read
     */
    public CompletableFuture<List<Record>> read(JournalQuery query) {
        return journal.read(query, operations.counts());
    }

    /** The daemon ends in order: what is to be said last is on its way to the disk then. */
    public CompletableFuture<Void> ended(String reason) {
        operations.saveAll();
        DaemonEnd.Builder end = DaemonEnd.newBuilder().setReason(reason);
        journal.add(new Entry(journal.now(), record -> record.setDaemonEnd(end)));
        return journal.close();
    }

    /** Waits for that, but not for long. Not on the event loop. */
    public static void await(CompletableFuture<Void> ended) {
        try {
            ended.orTimeout(LAST_WRITE.toMillis(), TimeUnit.MILLISECONDS).join();
        } catch (CompletionException e) {
            log.warn("The end is not recorded: {}", String.valueOf(e.getCause()));
        }
    }
}
