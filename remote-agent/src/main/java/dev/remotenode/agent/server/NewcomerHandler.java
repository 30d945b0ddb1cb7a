package dev.remotenode.agent.server;

import dev.remotenode.lrmd.tls.HandshakeCompletion;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** Counts a connection among the newcomers until its handshake is done. */
final class NewcomerHandler extends ChannelInboundHandlerAdapter {

    private final Newcomers newcomers;

    NewcomerHandler(Newcomers newcomers) {
        this.newcomers = newcomers;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        newcomers.arrived(context.channel());
        context.fireChannelActive();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof HandshakeCompletion) {
            newcomers.leaves(context.channel());
            context.pipeline().remove(this);
        }
        context.fireUserEventTriggered(event);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        newcomers.leaves(context.channel());
        context.fireChannelInactive();
    }
}
