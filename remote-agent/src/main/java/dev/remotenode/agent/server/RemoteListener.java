package dev.remotenode.agent.server;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.socket.SocketProtocolFamily;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;

/** The socket on which cluster nodes connect. */
public final class RemoteListener {

    private static final int BACKLOG = 128;

    private final Channel channel;

    private RemoteListener(Channel channel) {
        this.channel = channel;
    }

    /**
     * Listens on the first usable address.
     *
     * @param address what to listen on; every address of this machine if empty
     * @param watchdog time after which sbd would reset this machine: a connection that has been
     *     dead for half of it is given up, so that the cluster can connect anew in time
     * @throws IOException if no address can be bound
     */
    public static RemoteListener open(
            EventLoopGroup loop,
            ChannelHandler pipeline,
            Optional<String> address,
            int port,
            Optional<Duration> watchdog)
            throws IOException {
        IOException failure = new IOException("no address to listen on");
        for (InetAddress candidate : ListenAddresses.of(address)) {
            ChannelFuture bound =
                    bootstrap(loop, pipeline, candidate, watchdog)
                            .bind(new InetSocketAddress(candidate, port))
                            .awaitUninterruptibly();
            if (bound.isSuccess()) {
                return new RemoteListener(bound.channel());
            }
            failure =
                    new IOException(
                            "cannot listen on %s port %d: %s"
                                    .formatted(
                                            candidate.getHostAddress(),
                                            port,
                                            bound.cause().getMessage()),
                            bound.cause());
        }
        throw failure;
    }

    private static ServerBootstrap bootstrap(
            EventLoopGroup loop,
            ChannelHandler pipeline,
            InetAddress address,
            Optional<Duration> watchdog) {
        ServerBootstrap bootstrap =
                new ServerBootstrap()
                        .group(loop)
                        .channelFactory(socketFor(address))
                        .option(ChannelOption.SO_BACKLOG, BACKLOG)
                        .option(ChannelOption.SO_REUSEADDR, true)
                        .childOption(ChannelOption.TCP_NODELAY, true)
                        .childHandler(pipeline);
        watchdog.ifPresent(timeout ->
                bootstrap.childOption(
                        EpollChannelOption.TCP_USER_TIMEOUT,
                        Math.toIntExact(timeout.toMillis() / 2)));
        return bootstrap;
    }

    /** A socket of IPv6 also takes IPv4 peers; a kernel without IPv6 has only the other kind. */
    private static ChannelFactory<ServerChannel> socketFor(InetAddress address) {
        SocketProtocolFamily family =
                address instanceof Inet4Address
                        ? SocketProtocolFamily.INET
                        : SocketProtocolFamily.INET6;
        return () -> new EpollServerSocketChannel(family);
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return (InetSocketAddress) channel.localAddress();
    }

    /** Stops listening; connections stay. */
    public void close() {
        channel.close();
    }
}
