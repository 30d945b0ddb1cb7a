package dev.remotenode.agent.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.epoll.EpollChannelOption;

/**
 * Acknowledges at once what has been read.
 *
 * <p>A C peer writes header and payload of a message apart and without {@code TCP_NODELAY}: its
 * payload waits for our acknowledgement of the header, which the kernel would delay by 40 ms. The
 * kernel forgets the option, so it is set again after each read.
 */
final class QuickAcknowledgement extends ChannelInboundHandlerAdapter {

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (context.channel().isOpen()) {
            context.channel().config().setOption(EpollChannelOption.TCP_QUICKACK, true);
        }
        context.fireChannelReadComplete();
    }
}
