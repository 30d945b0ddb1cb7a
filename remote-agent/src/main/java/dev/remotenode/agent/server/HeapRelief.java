package dev.remotenode.agent.server;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.concurrent.EventExecutor;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Has memory given back some time after large messages, such as a whole configuration that a local
 * tool has asked for. The collector by itself would wait until the heap is full, and the daemon
 * would keep several times of what it needs, perhaps for days.
 *
 * <p>One for all connections. Used on the event loop.
 */
@Sharable
final class HeapRelief extends ChannelDuplexHandler {

    /** Far above what a message about an operation has. */
    private static final int LARGE = 512 * 1024;

    /** Large messages come in a row; a collection between them would find little and cost time. */
    private static final Duration QUIET = Duration.ofSeconds(5);

    private final Runnable collection;
    private int latest;

    /**
     * Makes the handler.
     *
     * @param collection gives the memory back
     */
    HeapRelief(Runnable collection) {
        this.collection = collection;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        consider(message, context.executor());
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        consider(message, context.executor());
        context.write(message, promise);
    }

    private void consider(Object message, EventExecutor executor) {
        if (message instanceof ByteBuf bytes && bytes.readableBytes() > LARGE) {
            latest++;
            int number = latest;
            executor.schedule(() -> collectAfter(number), QUIET.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void collectAfter(int number) {
        if (number == latest) {
            collection.run();
        }
    }
}
