package dev.remotenode.lrmd.tls;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one connection sends: encrypted when it is written, and handed on when it is flushed, or
 * later, if the peer does not read. For the thread of the connection, while the engine is not
 * another thread's.
 */
final class OutgoingRecords {

    /**
     * Sixteen full records. The engine never gives back memory, so that a large message goes
     * through it in such pieces.
     */
    private static final int PIECE = 256 * 1024;

    /**
     * What is made one piece for a peer that does not read: whatever waits outside of the engine
     * costs some hundred bytes more, and there may be a hundred thousand answers.
     */
    private static final int GATHERED = 64 * 1024;

    private final TlsEngine engine;
    private final List<ChannelPromise> unsent = new ArrayList<>();

    OutgoingRecords(TlsEngine engine) {
        this.engine = engine;
    }

    /** Takes the data over. */
    void write(ChannelHandlerContext context, ByteBuf data, ChannelPromise promise) {
        try {
            while (data.readableBytes() > PIECE) {
                engine.send(data.readSlice(PIECE));
                context.write(engine.output(context.alloc()));
            }
            engine.send(data);
            unsent.add(promise);
        } catch (IOException | IllegalStateException e) {
            promise.setFailure(e);
        } finally {
            data.release();
        }
    }

    /** Sends, unless the peer has not read what was sent before. */
    void flush(ChannelHandlerContext context) {
        if (context.channel().isWritable() || engine.outputBytes() >= GATHERED) {
            send(context);
        } else {
            context.flush();
        }
    }

    /** Sends whatever there is, also what TLS itself has to say. */
    void send(ChannelHandlerContext context) {
        List<ChannelPromise> promises = List.copyOf(unsent);
        unsent.clear();
        sendOutput(context)
                .addListener(sent -> promises.forEach(promise -> settle(promise, sent.cause())));
    }

    private ChannelFuture sendOutput(ChannelHandlerContext context) {
        if (!engine.hasOutput()) {
            context.flush();
            return context.newSucceededFuture();
        }
        return context.writeAndFlush(engine.output(context.alloc()));
    }

    private static void settle(ChannelPromise promise, @Nullable Throwable failure) {
        if (failure == null) {
            promise.trySuccess();
        } else {
            promise.tryFailure(failure);
        }
    }
}
