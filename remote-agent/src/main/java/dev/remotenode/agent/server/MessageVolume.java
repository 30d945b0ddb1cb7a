package dev.remotenode.agent.server;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import java.util.function.IntConsumer;

/**
 * Tells how large the messages are that pass. One for all connections. Used on the event loop.
 *
 * <p>It has its place between the frames, whose payload it sees, and what they mean.
 */
@Sharable
final class MessageVolume extends ChannelDuplexHandler {

    private final IntConsumer listener;

    /**
     * Makes the handler.
     *
     * @param listener is told the size of each message, in bytes
     */
    MessageVolume(IntConsumer listener) {
        this.listener = listener;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        measure(message);
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        measure(message);
        context.write(message, promise);
    }

    private void measure(Object message) {
        if (message instanceof ByteBuf bytes) {
            listener.accept(bytes.readableBytes());
        }
    }
}
