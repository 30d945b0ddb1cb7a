package dev.remotenode.agent.session;

import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import java.util.Optional;

/** Why a connection is ended by this side; the first reason counts. */
public final class EndReason {

    private static final AttributeKey<String> KEY = AttributeKey.valueOf(EndReason.class, "text");

    private EndReason() {}

    /** Keeps a reason, to be told when the connection has ended. */
    public static void note(Channel channel, String reason) {
        channel.attr(KEY).setIfAbsent(reason);
    }

    static Optional<String> of(Channel channel) {
        return Optional.ofNullable(channel.attr(KEY).get());
    }
}
