package dev.remotenode.lrmd.tls;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/**
 * Goes through a handshake as a cluster node does, up to its own last message, which it never
 * sends. By then both sides have proven in TLS 1.3 that they have the same key; but to the daemon
 * nobody has connected, so that it tells its clients nothing.
 *
 * <p>With certificates, only the daemon's has been shown by then.
 */
public final class ProbeHandler extends ChannelInboundHandlerAdapter {

    private final TlsEngine engine;
    private final CompletableFuture<HandshakeCompletion> result = new CompletableFuture<>();

    /**
     * @param identity offers TLS 1.3 only: in TLS 1.2 the daemon is the one who proves itself last
     * @throws IllegalArgumentException if it offers another version too
     */
    public ProbeHandler(PeerIdentity identity) {
        if (versions(identity) != ClientIdentity.Versions.ONLY_TLS_1_3) {
            throw new IllegalArgumentException("nobody can break off TLS 1.2 in time");
        }
        engine = TlsEngine.client(identity);
    }

    private static ClientIdentity.Versions versions(PeerIdentity identity) {
        return switch (identity) {
            case ClientIdentity key -> key.versions();
            case CertificateIdentity certificate -> certificate.versions();
        };
    }

    /** What would have been agreed on; or a {@link HandshakeException}. */
    public CompletableFuture<HandshakeCompletion> result() {
        return result;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) throws IOException {
        engine.open();
        context.writeAndFlush(engine.output(context.alloc()));
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf received = (ByteBuf) message;
        byte[] bytes = new byte[received.readableBytes()];
        received.readBytes(bytes);
        received.release();
        if (result.isDone()) {
            return;
        }
        try {
            engine.receive(bytes, bytes.length);
        } catch (IOException e) {
            result.completeExceptionally(engine.handshakeRecord().explain(e));
            context.close();
            return;
        }
        if (!engine.isHandshaking()) {
            engine.handshakeRecord().completion().ifPresent(result::complete);
            context.close();
        } else if (engine.hasOutput()) {
            context.writeAndFlush(engine.output(context.alloc()));
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        result.completeExceptionally(
                new HandshakeException(
                        HandshakeFailure.CLOSED,
                        "the peer closed the connection before it was finished"));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        result.completeExceptionally(cause);
        context.close();
    }
}
