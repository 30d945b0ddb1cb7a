package dev.remotenode.lrmd.client;

import dev.remotenode.lrmd.message.Notification;
import dev.remotenode.lrmd.message.Reply;
import dev.remotenode.lrmd.message.Request;
import dev.remotenode.lrmd.message.RequestMessage;
import dev.remotenode.lrmd.message.ServerMessage;
import dev.remotenode.lrmd.tls.HandshakeCompletion;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Requests under way on one connection, and the replies that settle them. */
final class Conversation extends SimpleChannelInboundHandler<ServerMessage> {

    private final NotificationListener listener;
    private final CompletableFuture<Void> opened = new CompletableFuture<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private final Map<Integer, CompletableFuture<Reply>> waiting = new ConcurrentHashMap<>();
    private final AtomicInteger lastMessageId = new AtomicInteger();
    private volatile @Nullable Throwable failure;

    Conversation(NotificationListener listener) {
        super(ServerMessage.class);
        this.listener = listener;
    }

    CompletableFuture<Void> opened() {
        return opened;
    }

    CompletableFuture<Void> closed() {
        return closed;
    }

    CompletableFuture<Reply> ask(Channel channel, Request request, Optional<String> clientName) {
        int id = lastMessageId.incrementAndGet();
        CompletableFuture<Reply> reply = new CompletableFuture<>();
        waiting.put(id, reply);
        tell(channel, new RequestMessage(id, clientName, request));
        if (closed.isDone()) {
            failWaiting();
        }
        return reply;
    }

    void tell(Channel channel, RequestMessage message) {
        channel.writeAndFlush(message)
                .addListener(future -> {
                    if (!future.isSuccess()) {
                        fail(message.messageId(), future.cause());
                    }
                });
    }

    private void fail(int messageId, Throwable cause) {
        CompletableFuture<Reply> reply = waiting.remove(messageId);
        if (reply != null) {
            reply.completeExceptionally(cause);
        }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ServerMessage message) {
        switch (message) {
            case Reply reply -> {
                CompletableFuture<Reply> asked = waiting.remove(reply.messageId());
                if (asked != null) {
                    asked.complete(reply);
                }
            }
            case Notification notification -> listener.notified(notification);
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof HandshakeCompletion) {
            opened.complete(null);
        }
        context.fireUserEventTriggered(event);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        failure = cause;
        context.close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        Throwable cause = failure;
        opened.completeExceptionally(
                cause != null ? cause : new IOException("the daemon closed the connection"));
        failWaiting();
        closed.complete(null);
        context.fireChannelInactive();
    }

    private void failWaiting() {
        waiting.keySet().forEach(id -> fail(id, new IOException("the connection has ended")));
    }
}
