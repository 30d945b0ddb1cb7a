package dev.remotenode.lab.wire;

import dev.remotenode.lab.host.LabException;
import dev.remotenode.lrmd.tls.HandshakeCompletion;
import dev.remotenode.lrmd.xml.Element;
import dev.remotenode.lrmd.xml.Tolerance;
import dev.remotenode.lrmd.xml.XmlReader;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The end of a {@link RecordPeer}'s pipeline: keeps what arrives, and sends records as told. */
final class ReceivedDocuments extends SimpleChannelInboundHandler<ByteBuf> {
    private final BlockingQueue<Element> unread = new LinkedBlockingQueue<>();
    private final CompletableFuture<Channel> opened = new CompletableFuture<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private volatile @Nullable ChannelHandlerContext context;

    CompletableFuture<Channel> opened() {
        return opened;
    }

    CompletableFuture<Void> closed() {
        return closed;
    }

    Element next(Duration limit) {
        try {
            return Optional.ofNullable(unread.poll(limit.toMillis(), TimeUnit.MILLISECONDS))
                    .orElseThrow(() -> new LabException("no message came within " + limit));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted while waiting for a message", e);
        }
    }

    /** Below this handler is TLS only, and that makes a record of each buffer. */
    void sendRecords(byte[]... records) {
        ChannelHandlerContext here = context;
        if (here == null) {
            throw new IllegalStateException("not connected");
        }
        here.executor()
                .execute(() -> {
                    for (byte[] bytes : records) {
                        here.write(Unpooled.wrappedBuffer(bytes));
                    }
                    here.flush();
                });
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext from, ByteBuf document) throws Exception {
        unread.add(XmlReader.read(ByteBufUtil.getBytes(document), Tolerance.STRICT));
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext from, Object event) {
        if (event instanceof HandshakeCompletion) {
            opened.complete(from.channel());
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext from, Throwable cause) {
        opened.completeExceptionally(cause);
        from.close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext from) {
        opened.completeExceptionally(new IOException("the daemon closed the connection"));
        closed.complete(null);
    }
}
