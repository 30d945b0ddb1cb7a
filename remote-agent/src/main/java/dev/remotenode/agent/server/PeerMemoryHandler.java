package dev.remotenode.agent.server;

import dev.remotenode.lrmd.frame.FrameDecoder;
import dev.remotenode.lrmd.message.ServerSideCodec;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import org.jspecify.annotations.Nullable;

/** Counts what is kept for one peer, and looks at all of them when it becomes much. */
final class PeerMemoryHandler extends ChannelDuplexHandler {

    /** Nobody needs to be looked at for less. */
    private static final long MUCH = 1024L * 1024;

    private final PeerMemory memory;
    private final FrameDecoder frames;
    private final ServerSideCodec messages;

    /**
     * Makes a handler that stands before those that it looks at.
     *
     * @param memory for all peers together
     */
    PeerMemoryHandler(PeerMemory memory, FrameDecoder frames, ServerSideCodec messages) {
        this.memory = memory;
        this.frames = frames;
        this.messages = messages;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        memory.add(context.channel(), () -> kept(context));
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        memory.remove(context.channel());
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        context.fireChannelRead(message);
        consider(context);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        context.write(message, promise);
        consider(context);
    }

    private void consider(ChannelHandlerContext context) {
        if (kept(context) > MUCH) {
            memory.check();
        }
    }

    private long kept(ChannelHandlerContext context) {
        @Nullable ChannelOutboundBuffer unsent = context.channel().unsafe().outboundBuffer();
        return (unsent == null ? 0 : unsent.totalPendingWriteBytes())
                + frames.unfinished()
                + messages.unread();
    }
}
