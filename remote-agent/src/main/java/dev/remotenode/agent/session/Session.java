package dev.remotenode.agent.session;

import dev.remotenode.lrmd.message.ServerMessage;
import io.netty.channel.Channel;
import java.net.SocketAddress;
import java.util.Optional;
import java.util.UUID;

/** One authenticated connection of a cluster node. Used on the event loop. */
public final class Session {

    private final String id = UUID.randomUUID().toString();
    private final Channel channel;
    private Optional<String> name = Optional.empty();

    Session(Channel channel) {
        this.channel = channel;
    }

    /** Our id for this connection, unique as long as the daemon runs. */
    public String id() {
        return id;
    }

    /** How the peer calls itself; only named sessions hear notifications. */
    public Optional<String> name() {
        return name;
    }

    /** Takes the first name that the peer gives. */
    void nameIfUnnamed(Optional<String> given) {
        if (name.isEmpty()) {
            name = given;
        }
    }

    SocketAddress address() {
        return channel.remoteAddress();
    }

    /** Sends a message; never blocks. Messages leave in the order of these calls. */
    public void send(ServerMessage message) {
        channel.writeAndFlush(message, channel.voidPromise());
    }

    /** Ends the connection. */
    void close() {
        channel.close();
    }

    @Override
    public String toString() {
        return name.orElse("unnamed client") + " at " + address();
    }
}
