package dev.remotenode.agent.session;

import dev.remotenode.lrmd.frame.FrameLimits;
import dev.remotenode.lrmd.message.ServerMessage;
import io.netty.channel.Channel;
import io.netty.util.NetUtil;
import java.net.InetSocketAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way to a cluster node. */
record ChannelOutlet(Channel channel) implements Outlet {

    private static final Logger log = LoggerFactory.getLogger(ChannelOutlet.class);

    /** What may wait for a peer that does not read, in bytes: a few of the largest messages. */
    private static final long BACKLOG_BYTES = 3L * FrameLimits.MESSAGE_BYTES;

    @Override
    public void send(ServerMessage message) {
        if (!channel.isOpen()) {
            // The session hears of the end after what was due before.
            return;
        }
        if (channel.bytesBeforeWritable() > BACKLOG_BYTES) {
            log.warn("Closing {}: it does not read what it is sent", place());
            channel.close();
        } else {
            channel.writeAndFlush(message, channel.voidPromise());
        }
    }

    @Override
    public boolean takesMore() {
        return channel.isWritable();
    }

    @Override
    public void close() {
        channel.close();
    }

    @Override
    public String place() {
        return channel.remoteAddress() instanceof InetSocketAddress address
                ? NetUtil.toSocketAddressString(address)
                : String.valueOf(channel.remoteAddress());
    }
}
