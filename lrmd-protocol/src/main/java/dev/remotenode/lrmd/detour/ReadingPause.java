package dev.remotenode.lrmd.detour;

import io.netty.channel.Channel;
import io.netty.util.AttributeKey;

/**
 * Stops reading from a connection while anybody in its pipeline needs that.
 *
 * <p>Used by the thread of the connection.
 */
public final class ReadingPause {

    private static final AttributeKey<ReadingPause> OF_CHANNEL =
            AttributeKey.valueOf(ReadingPause.class, "of channel");

    private final Channel channel;
    private int wanted;

    private ReadingPause(Channel channel) {
        this.channel = channel;
    }

    /** The one that all handlers of a connection have in common. */
    public static ReadingPause of(Channel channel) {
        var attribute = channel.attr(OF_CHANNEL);
        ReadingPause known = attribute.get();
        if (known == null) {
            known = new ReadingPause(channel);
            attribute.set(known);
        }
        return known;
    }

    /** Whether anybody needs it at the moment. */
    public boolean isWanted() {
        return wanted > 0;
    }

    /** Has nothing more read, until {@link #end} was called as often. */
    public void begin() {
        wanted++;
        channel.config().setAutoRead(false);
    }

    /** Has reading go on, unless somebody else needs the pause still. */
    public void end() {
        wanted--;
        if (!isWanted()) {
            channel.config().setAutoRead(true);
        }
    }
}
