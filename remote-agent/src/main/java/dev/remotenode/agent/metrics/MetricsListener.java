package dev.remotenode.agent.metrics;

import dev.remotenode.agent.config.MetricsPlace;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.channel.epoll.EpollServerDomainSocketChannel;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.unix.DomainSocketAddress;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.timeout.ReadTimeoutHandler;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.file.Files;

/** Where monitoring systems ask. */
public final class MetricsListener {
    /** A monitoring system asks at once. */
    private static final int PATIENCE_SECONDS = 10;

    private final Channel channel;
    private final MetricsPlace place;

    private MetricsListener(Channel channel, MetricsPlace place) {
        this.channel = channel;
        this.place = place;
    }

    /**
     * Listens, on the event loop of the daemon: an answer proves that it goes round.
     *
     * @throws IOException if it cannot be listened there
     */
    public static MetricsListener open(
            EventLoop loop, MetricsPlace place, NodeMetrics metrics, NodeView node)
            throws IOException {
        ServerBootstrap bootstrap =
                new ServerBootstrap()
                        .group(loop)
                        .childHandler(
                                new ChannelInitializer<Channel>() {
                                    @Override
                                    protected void initChannel(Channel client) {
                                        client.pipeline()
                                                .addLast(new ReadTimeoutHandler(PATIENCE_SECONDS))
                                                .addLast(new HttpServerCodec())
                                                .addLast(new MetricsHandler(metrics, node));
                                    }
                                });
        return new MetricsListener(bind(bootstrap, place), place);
    }

    private static Channel bind(ServerBootstrap bootstrap, MetricsPlace place) throws IOException {
        SocketAddress address =
                switch (place) {
                    case MetricsPlace.Port(String host, int port) ->
                            new InetSocketAddress(host, port);
                    case MetricsPlace.Socket(var path) -> {
                        // Of a daemon that was killed; one that lives has its address elsewhere.
                        Files.deleteIfExists(path);
                        yield new DomainSocketAddress(path.toFile());
                    }
                };
        var bound =
                bootstrap
                        .channel(
                                switch (place) {
                                    case MetricsPlace.Port _ -> EpollServerSocketChannel.class;
                                    case MetricsPlace.Socket _ ->
                                            EpollServerDomainSocketChannel.class;
                                })
                        .bind(address)
                        .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new IOException(
                    "Metrics cannot be served at " + address + ": " + bound.cause().getMessage(),
                    bound.cause());
        }
        return bound.channel();
    }

    /** Where it listens, for the log. */
    public SocketAddress address() {
        return channel.localAddress();
    }

    /** Does not listen any more; the socket is gone. */
    public void close() {
        channel.close();
        if (place instanceof MetricsPlace.Socket(var path)) {
            path.toFile().delete();
        }
    }
}
