package dev.remotenode.lrmd.client;

import dev.remotenode.lrmd.frame.FrameDecoder;
import dev.remotenode.lrmd.frame.FrameEncoder;
import dev.remotenode.lrmd.message.ClientSideCodec;
import dev.remotenode.lrmd.message.Reply;
import dev.remotenode.lrmd.message.Request;
import dev.remotenode.lrmd.message.RequestMessage;
import dev.remotenode.lrmd.tls.PeerIdentity;
import dev.remotenode.lrmd.tls.TlsHandler;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.epoll.EpollSocketChannel;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Plays the cluster node: connects to a Pacemaker Remote daemon, ours or any other, and asks it to
 * run things.
 *
 * <p>May be used by any thread; results and notifications arrive on the event loop.
 */
public final class ExecutorClient implements AutoCloseable {

    /** As long as Pacemaker's own client waits for a handshake. */
    private static final Duration HANDSHAKE_TIMEOUT = Duration.ofSeconds(5);

    private final Channel channel;
    private final Conversation conversation;

    private ExecutorClient(Channel channel, Conversation conversation) {
        this.channel = channel;
        this.conversation = conversation;
    }

    /**
     * Connects and proves who it is.
     *
     * @return the client, once the handshake is complete; or the {@link java.io.IOException} that
     *     prevented it
     */
    public static CompletableFuture<ExecutorClient> connect(
            ClientLoop loop,
            InetSocketAddress address,
            PeerIdentity identity,
            NotificationListener listener) {
        Conversation conversation = new Conversation(listener);
        CompletableFuture<ExecutorClient> connected = new CompletableFuture<>();
        loop.eventLoop()
                .execute(() ->
                        bootstrap(loop, identity, conversation)
                                .connect(address)
                                .addListener((ChannelFuture tcp) ->
                                        await(tcp, conversation, connected)));
        return connected;
    }

    private static Bootstrap bootstrap(
            ClientLoop loop, PeerIdentity identity, Conversation conversation) {
        return new Bootstrap()
                .group(loop.eventLoop())
                .channel(EpollSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(
                        new ChannelInitializer<EpollSocketChannel>() {
                            @Override
                            protected void initChannel(EpollSocketChannel channel) {
                                channel.pipeline()
                                        .addLast(TlsHandler.client(identity, HANDSHAKE_TIMEOUT))
                                        .addLast(new FrameDecoder())
                                        .addLast(new FrameEncoder())
                                        .addLast(new ClientSideCodec())
                                        .addLast(conversation);
                            }
                        });
    }

    private static void await(
            ChannelFuture tcp,
            Conversation conversation,
            CompletableFuture<ExecutorClient> connected) {
        if (!tcp.isSuccess()) {
            connected.completeExceptionally(tcp.cause());
            return;
        }
        conversation
                .opened()
                .whenComplete((_, failure) -> {
                    if (failure == null) {
                        connected.complete(new ExecutorClient(tcp.channel(), conversation));
                    } else {
                        connected.completeExceptionally(failure);
                    }
                });
    }

    /**
     * Asks something.
     *
     * @return the daemon's reply; or the reason why there will be none
     */
    public CompletableFuture<Reply> ask(Request request) {
        return conversation.ask(channel, request, Optional.empty());
    }

    /** Signs on under a name; only then the daemon sends notifications. */
    public CompletableFuture<Reply> register(String clientName, Request.Register request) {
        return conversation.ask(channel, request, Optional.of(clientName));
    }

    /** Sends what gets no reply. */
    public void tell(Request request) {
        conversation.tell(channel, new RequestMessage(0, Optional.empty(), request));
    }

    /** Completes when the connection has ended, for whatever reason; no reply is due any more. */
    public CompletableFuture<Void> closed() {
        return conversation.closed();
    }

    /** Ends the connection and waits until that is done. */
    @Override
    public void close() {
        channel.close().syncUninterruptibly();
    }
}
