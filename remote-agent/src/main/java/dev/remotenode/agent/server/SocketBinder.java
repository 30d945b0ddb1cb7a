package dev.remotenode.agent.server;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.socket.SocketProtocolFamily;
import io.netty.channel.unix.IntegerUnixChannelOption;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Makes listening sockets.
 *
 * @param port TCP port
 * @param patience with peers that give no sign of life
 * @param ipv6Only whether sockets of IPv6 leave IPv4 peers alone
 */
record SocketBinder(
        EventLoopGroup loop,
        ChannelHandler pipeline,
        int port,
        PeerPatience patience,
        boolean ipv6Only) {

    private static final int BACKLOG = 128;

    /** What a connection has its turn for, before the next one has: about a record of TLS. */
    private static final int LARGEST_READ = 16 * 1024;

    private static final int FIRST_READ = 2048;

    private static final int SMALLEST_READ = 256;

    /** {@code IPPROTO_IPV6} and {@code IPV6_V6ONLY} of Linux. */
    private static final IntegerUnixChannelOption IPV6_V6ONLY =
            new IntegerUnixChannelOption("IPV6_V6ONLY", 41, 26);

    /**
     * Listens on one address.
     *
     * @throws ListenException if that is not possible
     */
    Channel bind(InetAddress address) throws ListenException {
        ChannelFuture bound =
                bootstrap(address)
                        .bind(new InetSocketAddress(address, port))
                        .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new ListenException(address, port, bound.cause());
        }
        return bound.channel();
    }

    private ServerBootstrap bootstrap(InetAddress address) {
        ServerBootstrap bootstrap =
                new ServerBootstrap()
                        .group(loop)
                        .channelFactory(socketFor(address))
                        .option(ChannelOption.SO_BACKLOG, BACKLOG)
                        .option(ChannelOption.SO_REUSEADDR, true)
                        .childOption(ChannelOption.TCP_NODELAY, true)
                        .childOption(
                                ChannelOption.RECVBUF_ALLOCATOR,
                                new AdaptiveRecvByteBufAllocator(
                                                SMALLEST_READ, FIRST_READ, LARGEST_READ)
                                        .maxMessagesPerRead(1))
                        .childHandler(pipeline);
        if (ipv6Only && !(address instanceof Inet4Address)) {
            bootstrap.option(IPV6_V6ONLY, 1);
        }
        patience.applyTo(bootstrap);
        return bootstrap;
    }

    private static ChannelFactory<ServerChannel> socketFor(InetAddress address) {
        SocketProtocolFamily family =
                address instanceof Inet4Address
                        ? SocketProtocolFamily.INET
                        : SocketProtocolFamily.INET6;
        return () -> new EpollServerSocketChannel(family);
    }
}
