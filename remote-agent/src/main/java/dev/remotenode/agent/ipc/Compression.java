package dev.remotenode.agent.ipc;

import dev.remotenode.agent.background.Background;
import dev.remotenode.agent.ipc.message.MessageException;
import io.netty.channel.EventLoop;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

/** Packs and unpacks large messages beside the event loop, on a thread that is there on demand. */
final class Compression implements AutoCloseable {

    /** Seconds of work for one tool shall not delay the event loop, on which all others wait. */
    private static final int NICE = 5;

    private final EventLoop loop;
    private final ExecutorService worker;

    Compression(EventLoop loop) {
        this.loop = loop;
        this.worker = Background.oneAtATime("compression", NICE);
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
