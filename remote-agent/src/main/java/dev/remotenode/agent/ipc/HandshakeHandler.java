package dev.remotenode.agent.ipc;

import dev.remotenode.ocf.posix.ErrnoException;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.FixedLengthFrameDecoder;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Agrees with a tool on what to talk through.
 *
 * <p>A tool waits for the answer without a limit, and the kernel attaches to it who we are only
 * once the tool has asked: so it is answered always, in one piece, and never before.
 */
final class HandshakeHandler extends SimpleChannelInboundHandler<ByteBuf> {

    private static final Logger log = LoggerFactory.getLogger(HandshakeHandler.class);

    private final IpcEndpoint endpoint;
    private final IpcPeer peer;
    private final ClientFactory clients;
    private final Duration timeout;

    HandshakeHandler(IpcEndpoint endpoint, IpcPeer peer, ClientFactory clients, Duration timeout) {
        this.endpoint = endpoint;
        this.peer = peer;
        this.clients = clients;
        this.timeout = timeout;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        context.executor()
                .schedule(() -> giveUp(context), timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void giveUp(ChannelHandlerContext context) {
        if (!context.isRemoved()) {
            log.info("Process {} connected to {} and said nothing", peer.pid(), endpoint);
            context.close();
        }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf bytes) {
        HandshakeRequest.read(bytes)
                .ifPresentOrElse(request -> answer(context, request), context::close);
    }

    private void answer(ChannelHandlerContext context, HandshakeRequest request) {
        switch (clients.admit(endpoint, peer)) {
            case Admission.Accepted _ -> accept(context, request);
            case Admission.Refused refused -> refuse(context, refused.errno());
        }
    }

    private void accept(ChannelHandlerContext context, HandshakeRequest request) {
        ConnectedClient client;
        try {
            client = clients.create(endpoint, peer, context.channel(), request.largestMessage());
        } catch (ErrnoException e) {
            log.warn("Cannot serve {} to process {}: {}", endpoint, peer.pid(), e.getMessage());
            refuse(context, e.errno());
            return;
        }
        context.pipeline().replace(this, "client", new StreamHandler(client));
        context.pipeline().remove(FixedLengthFrameDecoder.class);
        client.open();
    }

    private static void refuse(ChannelHandlerContext context, int errno) {
        context.writeAndFlush(HandshakeResponse.refusal(context.alloc(), errno))
                .addListener(ChannelFutureListener.CLOSE);
    }
}
