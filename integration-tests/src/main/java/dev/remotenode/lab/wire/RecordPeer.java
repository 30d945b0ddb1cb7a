package dev.remotenode.lab.wire;

import dev.remotenode.lab.host.LabException;
import dev.remotenode.lab.host.Outcome;
import dev.remotenode.lrmd.client.ClientLoop;
import dev.remotenode.lrmd.frame.FrameDecoder;
import dev.remotenode.lrmd.frame.FrameEncoder;
import dev.remotenode.lrmd.message.ClientSideCodec;
import dev.remotenode.lrmd.message.Request;
import dev.remotenode.lrmd.message.RequestMessage;
import dev.remotenode.lrmd.tls.ClientIdentity;
import dev.remotenode.lrmd.tls.TlsHandler;
import dev.remotenode.lrmd.xml.Element;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.epoll.EpollSocketChannel;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A peer that has the key and sees the wire itself: it chooses each TLS record that it sends, and
 * gets replies and notifications as elements, in the order in which they arrived.
 */
public final class RecordPeer implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Channel channel;
    private final ReceivedDocuments received;
    private int lastMessageId;

    private RecordPeer(Channel channel, ReceivedDocuments received) {
        this.channel = channel;
        this.received = received;
    }

    /**
     * Connects.
     *
     * @throws LabException if the handshake does not succeed
     */
    public static RecordPeer connect(
            ClientLoop loop, InetSocketAddress address, ClientIdentity identity) {
        ReceivedDocuments received = new ReceivedDocuments();
        CompletableFuture<Channel> connected = new CompletableFuture<>();
        // On the thread of the loop, so that the socket is made in that thread's network.
        loop.eventLoop()
                .execute(() ->
                        bootstrap(loop, identity, received)
                                .connect(address)
                                .addListener(tcp -> {
                                    if (!tcp.isSuccess()) {
                                        connected.completeExceptionally(tcp.cause());
                                    }
                                }));
        received.opened()
                .whenComplete((channel, failure) -> {
                    if (failure == null) {
                        connected.complete(channel);
                    } else {
                        connected.completeExceptionally(failure);
                    }
                });
        return new RecordPeer(Outcome.of("connecting to " + address, LIMIT, connected), received);
    }

    private static Bootstrap bootstrap(
            ClientLoop loop, ClientIdentity identity, ReceivedDocuments received) {
        return new Bootstrap()
                .group(loop.eventLoop())
                .channel(EpollSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(
                        new ChannelInitializer<EpollSocketChannel>() {
                            @Override
                            protected void initChannel(EpollSocketChannel channel) {
                                channel.pipeline()
                                        .addLast(TlsHandler.client(identity, LIMIT))
                                        .addLast(new FrameDecoder())
                                        .addLast(received)
                                        .addLast(new FrameEncoder())
                                        .addLast(new ClientSideCodec());
                            }
                        });
    }

    /** Sends bytes, each array as a TLS record of its own, all in one write. */
    public void send(byte[]... records) {
        received.sendRecords(records);
    }

    /** Sends a frame as Pacemaker does: a record for the header, a record for the payload. */
    public void send(Frame frame) {
        send(frame.header(), frame.payload());
    }

    /** Sends a request as an honest peer does, with the next message id. */
    public void send(Request request) {
        send(Optional.empty(), request);
    }

    /** Signs on under a name, and waits for the reply. */
    public Element signOn(String name, boolean proxyProvider) {
        send(Optional.of(name), new Request.Register(Optional.of("1.1"), proxyProvider));
        return receive();
    }

    private void send(Optional<String> name, Request request) {
        lastMessageId++;
        channel.writeAndFlush(new RequestMessage(lastMessageId, name, request));
    }

    /**
     * The next reply or notification.
     *
     * @throws LabException if none comes
     */
    public Element receive() {
        return received.next(LIMIT);
    }

    /** Waits until the daemon has ended the connection. */
    public void awaitClosed() {
        Outcome.of("the end of the connection", LIMIT, received.closed());
    }

    /** From now on leaves what arrives in the buffers between the daemon and this peer. */
    public void stopReading() {
        channel.config().setAutoRead(false);
    }

    /** Ends the sending direction; nothing more can be sent, not even TLS's goodbye. */
    public void shutdownOutput() {
        ((EpollSocketChannel) channel).shutdownOutput().syncUninterruptibly();
    }

    @Override
    public void close() {
        channel.close().syncUninterruptibly();
    }
}
