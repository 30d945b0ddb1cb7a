package dev.remotenode.fuzz.capture;

import dev.remotenode.lrmd.tls.HandshakeCompletion;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;

/** Hands documents on to the other side, whose end is the end of this one. */
final class Relay extends SimpleChannelInboundHandler<ByteBuf> {

    private final Channel other;

    Relay(Channel other) {
        this.other = other;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf document) {
        // With room for the zero at its end.
        ByteBuf copy = Unpooled.buffer(document.readableBytes() + 1).writeBytes(document);
        other.writeAndFlush(copy);
    }

    /** The handshake is done: now there is somebody to hand on to. */
    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof HandshakeCompletion) {
            other.config().setAutoRead(true);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        other.close();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        System.err.println("Closing a connection: " + cause);
        context.close();
    }
}
