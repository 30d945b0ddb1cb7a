package dev.remotenode.lrmd.tls;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One end of a connection and what became of it. */
final class Side {

    final List<String> failures = new ArrayList<>();
    private final List<HandshakeCompletion> completions = new ArrayList<>();
    final EmbeddedChannel channel = new EmbeddedChannel();

    static void exchange(Side one, Side other) {
        exchange(one, other, Integer.MAX_VALUE);
    }

    /** Carries bytes both ways, at most so many at a time, until nobody has more to say. */
    static void exchange(Side one, Side other, int atATime) {
        boolean moved = true;
        while (moved) {
            boolean there = one.carryTo(other, atATime);
            boolean back = other.carryTo(one, atATime);
            moved = there || back;
        }
    }

    Side(TlsHandler handler) {
        channel.freezeTime();
        channel.pipeline().addLast(handler, new Witness());
    }

    /** Whether the network takes what is written here, or lets it wait. */
    void setTaking(boolean taking) {
        channel.unsafe().outboundBuffer().setUserDefinedWritability(1, taking);
        channel.runPendingTasks();
    }

    List<String> versions() {
        return completions.stream().map(HandshakeCompletion::version).toList();
    }

    /** What the other one has presented, once it has proven it. */
    List<String> peers() {
        return completions.stream().map(HandshakeCompletion::peer).toList();
    }

    boolean carryTo(Side other, int atATime) {
        ByteBuf bytes = channel.readOutbound();
        if (bytes == null) {
            return false;
        }
        while (bytes.isReadable() && other.channel.isOpen()) {
            int step = Math.min(atATime, bytes.readableBytes());
            other.channel.writeInbound(bytes.readRetainedSlice(step));
        }
        bytes.release();
        return true;
    }

    String received() {
        StringBuilder all = new StringBuilder();
        for (ByteBuf part = channel.readInbound(); part != null; part = channel.readInbound()) {
            all.append(part.toString(StandardCharsets.UTF_8));
            part.release();
        }
        return all.toString();
    }

    private final class Witness extends ChannelInboundHandlerAdapter {

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            completions.add((HandshakeCompletion) event);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            failures.add(String.valueOf(cause.getMessage()));
        }
    }
}
