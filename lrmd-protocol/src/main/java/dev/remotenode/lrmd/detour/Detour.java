package dev.remotenode.lrmd.detour;

import io.netty.channel.ChannelHandlerContext;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The way of one connection round the thread that serves all of them: what takes long is done
 * elsewhere, one piece after the other, and nothing more is read from the connection meanwhile.
 *
 * <p>Used by the thread of the connection.
 */
public final class Detour {

    private final Executor elsewhere;
    private boolean underWay;

    /**
     * Begins with nothing to do.
     *
     * @param elsewhere does the work; what it is given of one connection it may do on any thread
     */
    public Detour(Executor elsewhere) {
        this.elsewhere = elsewhere;
    }

    /** Whether a piece of work has been begun and is not done. */
    public boolean isUnderWay() {
        return underWay;
    }

    /**
     * Begins a piece of work, none being under way. It is done also if the connection ends.
     *
     * @param whenDone gets the result, on the thread of the connection
     */
    public <R> void take(ChannelHandlerContext context, Supplier<R> work, Consumer<R> whenDone) {
        ReadingPause pause = ReadingPause.of(context.channel());
        underWay = true;
        pause.begin();
        elsewhere.execute(() -> {
            Runnable conclusion = doneWith(context, work, whenDone);
            comeBack(
                    context,
                    () -> {
                        underWay = false;
                        // Before the result counts, as that may begin the next piece of work.
                        pause.end();
                        conclusion.run();
                    });
        });
    }

    /** A connection whose work cannot be done, for want of memory perhaps, must hear of it. */
    private static <R> Runnable doneWith(
            ChannelHandlerContext context, Supplier<R> work, Consumer<R> whenDone) {
        try {
            R result = work.get();
            return () -> whenDone.accept(result);
        } catch (RuntimeException | Error e) {
            return () -> context.fireExceptionCaught(e);
        }
    }

    private static void comeBack(ChannelHandlerContext context, Runnable task) {
        if (context.executor().inEventLoop()) {
            task.run();
        } else {
            context.executor().execute(task);
        }
    }
}
