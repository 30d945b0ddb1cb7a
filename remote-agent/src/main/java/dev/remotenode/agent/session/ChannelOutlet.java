package dev.remotenode.agent.session;

import dev.remotenode.lrmd.frame.FrameLimits;
import dev.remotenode.lrmd.message.ServerMessage;
import io.netty.channel.Channel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.util.NetUtil;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to a cluster node.
 *
 * @param agreed what the handshake has come to, for people
 */
record ChannelOutlet(Channel channel, String agreed) implements Outlet {

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
            EndReason.note(channel, "it did not read what it was sent");
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
        EndReason.note(channel, "the daemon ended");
        channel.close();
    }

    @Override
    public Optional<String> security() {
        return Optional.of(agreed);
    }

    /** As the kernel measures it all the time. */
    @Override
    public Optional<Duration> roundTrip() {
        return channel instanceof EpollSocketChannel socket && socket.isOpen()
                ? Optional.of(Duration.of(socket.tcpInfo().rtt(), ChronoUnit.MICROS))
                : Optional.empty();
    }

    @Override
    public String place() {
        return place(channel);
    }

    /** Where the other end of a connection is. */
    static String place(Channel channel) {
        return channel.remoteAddress() instanceof InetSocketAddress address
                ? NetUtil.toSocketAddressString(address)
                : String.valueOf(channel.remoteAddress());
    }
}
