package dev.remotenode.agent.ipc;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.epoll.EpollDomainSocketChannel;
import io.netty.channel.unix.PeerCredentials;
import io.netty.handler.codec.FixedLengthFrameDecoder;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes in tools that connect to one endpoint. */
final class Acceptor extends SimpleChannelInboundHandler<EpollDomainSocketChannel> {

    private static final Logger log = LoggerFactory.getLogger(Acceptor.class);

    /** How long to accept nobody when there are no descriptors left, instead of trying all day. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final IpcEndpoint endpoint;
    private final ClientFactory clients;
    private final ConnectionLimits limits;
    private final Duration handshakeTimeout;

    Acceptor(
            IpcEndpoint endpoint,
            ClientFactory clients,
            ConnectionLimits limits,
            Duration handshakeTimeout) {
        this.endpoint = endpoint;
        this.clients = clients;
        this.limits = limits;
        this.handshakeTimeout = handshakeTimeout;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, EpollDomainSocketChannel stream)
            throws IOException {
        IpcPeer peer = peer(stream.peerCredentials());
        if (!limits.enter(peer.uid())) {
            log.warn("Refusing {} to process {}: too many connections", endpoint, peer.pid());
            stream.unsafe().closeForcibly();
            return;
        }
        stream.closeFuture().addListener(_ -> limits.leave(peer.uid()));
        stream.pipeline()
                .addLast(new FixedLengthFrameDecoder(HandshakeRequest.SIZE))
                .addLast(new HandshakeHandler(endpoint, peer, clients, handshakeTimeout));
        context.channel().eventLoop().register(stream);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        log.error("Cannot accept tools at {}, which have to wait now", endpoint, cause);
        context.channel().config().setAutoRead(false);
        context.executor()
                .schedule(
                        () -> context.channel().config().setAutoRead(true),
                        PAUSE.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    private static IpcPeer peer(PeerCredentials credentials) {
        return new IpcPeer(credentials.pid(), credentials.uid(), credentials.gids()[0]);
    }
}
