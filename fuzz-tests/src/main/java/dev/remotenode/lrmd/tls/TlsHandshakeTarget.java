package dev.remotenode.lrmd.tls;

import dev.remotenode.fuzz.Allocation;
import dev.remotenode.fuzz.Claim;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What strangers send to the port of the daemon: without the key nobody finishes the handshake, not
 * a byte reaches who is behind it, and a few bytes take no more memory than a handshake does.
 */
public final class TlsHandshakeTarget {

    private static final Authentication KEY =
            new Authentication.SharedKey(() ->
                    List.of(
                            AcceptedKey.inForce(
                                    new PreSharedKey(
                                            "nobody knows it"
                                                    .getBytes(StandardCharsets.US_ASCII)))));

    /** A handshake that goes as far as it can without the key. */
    private static final long MEMORY = 8 << 20;

    private TlsHandshakeTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        Allocation.claimAtMost(MEMORY + 64L * input.length, () -> handshake(input));
    }

    private static boolean handshake(byte[] input) {
        EmbeddedChannel channel = new EmbeddedChannel();
        channel.freezeTime();
        Stranger stranger = new Stranger();
        channel.pipeline().addLast(TlsHandler.server(KEY, Duration.ofSeconds(10)), stranger);
        channel.writeInbound(Unpooled.wrappedBuffer(input));
        for (ByteBuf out = channel.readOutbound(); out != null; out = channel.readOutbound()) {
            out.release();
        }
        boolean open = channel.isOpen();
        channel.close();
        channel.releaseOutbound();
        Claim.same(List.of(), stranger.seen, "a stranger gets no further than to a refusal");
        return open;
    }

    /** Stands where the decoder of frames is. Throws nothing, as the pipeline would swallow it. */
    private static final class Stranger extends ChannelInboundHandlerAdapter {

        private final List<Object> seen = new ArrayList<>();

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            seen.add(message);
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event instanceof HandshakeCompletion) {
                seen.add(event);
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            if (!(cause instanceof HandshakeException)) {
                seen.add(cause);
            }
        }
    }
}
