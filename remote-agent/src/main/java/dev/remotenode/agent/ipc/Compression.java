package dev.remotenode.agent.ipc;

import dev.remotenode.agent.ipc.message.MessageException;
import dev.remotenode.ocf.posix.Processes;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Packs and unpacks large messages beside the event loop, on a thread that is there on demand. */
final class Compression implements AutoCloseable {

    private static final int IDLE_SECONDS = 10;

    /** Seconds of work for one tool shall not delay the event loop, on which all others wait. */
    private static final int NICE = 5;

    private final EventLoop loop;
    private final ExecutorService worker;

    Compression(EventLoop loop) {
        this.loop = loop;
        ThreadPoolExecutor single =
                new ThreadPoolExecutor(
                        1,
                        1,
                        IDLE_SECONDS,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        backgroundThreads());
        single.allowCoreThreadTimeOut(true);
        this.worker = single;
    }

    private static ThreadFactory backgroundThreads() {
        ThreadFactory threads = new DefaultThreadFactory("compression", true);
        return work ->
                threads.newThread(() -> {
                    Processes.setOwnNice(NICE);
                    work.run();
                });
    }

    /** What takes long. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws MessageException;
    }

    /** Runs work elsewhere; one of the consumers is called on the event loop when it is done. */
    <T> void run(Work<T> work, Consumer<T> whenDone, Consumer<Throwable> whenFailed) {
        worker.execute(() -> {
            try {
                T result = work.run();
                loop.execute(() -> whenDone.accept(result));
            } catch (MessageException | RuntimeException | Error e) {
                // Want of memory, too: the tool would wait for ever.
                loop.execute(() -> whenFailed.accept(e));
            }
        });
    }

    /** Drops what has not been begun. */
    @Override
    public void close() {
        worker.shutdownNow();
    }
}
