package dev.remotenode.lrmd.client;

import dev.remotenode.lrmd.tls.HandshakeCompletion;
import dev.remotenode.lrmd.tls.PeerIdentity;
import dev.remotenode.lrmd.tls.ProbeHandler;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.epoll.EpollSocketChannel;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Finds out whether a daemon would let a cluster node in, without becoming a client of it: a
 * connected controller notices nothing. The daemon logs a handshake that was broken off.
 */
public final class HandshakeProbe {

    private HandshakeProbe() {}

    /**
     * Tries a handshake, with TLS 1.3.
     *
     * @param connectTimeout how long to wait for the TCP connection
     * @param onConnected called on the event loop when there is one
     * @return what would have been agreed on; or the {@link java.io.IOException} that prevented it
     */
    public static CompletableFuture<HandshakeCompletion> run(
            ClientLoop loop,
            InetSocketAddress address,
            PeerIdentity identity,
            Duration connectTimeout,
            Runnable onConnected) {
        ProbeHandler handler = new ProbeHandler(identity);
        loop.eventLoop()
                .execute(() ->
                        new Bootstrap()
                                .group(loop.eventLoop())
                                .channel(EpollSocketChannel.class)
                                .option(
                                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                                        Math.toIntExact(connectTimeout.toMillis()))
                                .option(ChannelOption.TCP_NODELAY, true)
                                .handler(handler)
                                .connect(address)
                                .addListener((ChannelFuture tcp) -> {
                                    if (tcp.isSuccess()) {
                                        onConnected.run();
                                    } else {
                                        handler.result().completeExceptionally(tcp.cause());
                                    }
                                }));
        return handler.result();
    }
}
