package dev.remotenode.agent.ipc;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;

/** The stream socket of a connection: each byte from the tool announces a request in its ring. */
final class StreamHandler extends SimpleChannelInboundHandler<ByteBuf> {

    private final ConnectedClient client;

    StreamHandler(ConnectedClient client) {
        this.client = client;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf bytes) {
        client.announced(bytes.readableBytes());
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        client.hungUp();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        client.failed(cause);
    }
}
