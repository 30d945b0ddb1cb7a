package dev.remotenode.agent.session;

import dev.remotenode.lrmd.message.ServerMessage;
import io.netty.channel.Channel;

/** The way to a cluster node. */
record ChannelOutlet(Channel channel) implements Outlet {

    @Override
    public void send(ServerMessage message) {
        channel.writeAndFlush(message, channel.voidPromise());
    }

    @Override
    public void close() {
        channel.close();
    }

    @Override
    public String place() {
        return String.valueOf(channel.remoteAddress());
    }
}
