package dev.remotenode.agent.server;

import dev.remotenode.agent.session.EndReason;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives up a peer that has stopped to read, though its host still answers: local tools whose calls
 * it carries have to wait while much waits for it, and would wait for ever.
 */
final class StalledPeerGuard extends ChannelInboundHandlerAdapter {

    private static final Logger log = LoggerFactory.getLogger(StalledPeerGuard.class);

    private final Duration patience;
    private Optional<Future<?>> nextLook = Optional.empty();

    /**
     * Makes a guard for one connection.
     *
     * @param patience how long a peer may take nothing at all of what waits for it
     */
    StalledPeerGuard(Duration patience) {
        this.patience = patience;
    }

    /** How far a peer has read: the buffer it is at, and how much of it has gone. */
    private record Progress(@Nullable Object buffer, long bytes) {

        static Progress of(Channel channel) {
            ChannelOutboundBuffer waiting = channel.unsafe().outboundBuffer();
            return waiting == null
                    ? new Progress(null, 0)
                    : new Progress(waiting.current(), waiting.currentProgress());
        }

        @SuppressWarnings("ReferenceEquality") // another buffer of the same content is progress
        boolean isSame(Progress other) {
            return buffer == other.buffer && bytes == other.bytes;
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        stopLooking();
        if (!context.channel().isWritable()) {
            lookLater(context);
        }
        context.fireChannelWritabilityChanged();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        stopLooking();
        context.fireChannelInactive();
    }

    private void lookLater(ChannelHandlerContext context) {
        Progress before = Progress.of(context.channel());
        nextLook =
                Optional.of(
                        context.executor()
                                .schedule(
                                        () -> look(context, before),
                                        patience.toMillis(),
                                        TimeUnit.MILLISECONDS));
    }

    private void look(ChannelHandlerContext context, Progress before) {
        if (Progress.of(context.channel()).isSame(before)) {
            log.warn(
                    "Closing {}: it has read nothing for {} s",
                    context.channel().remoteAddress(),
                    patience.toSeconds());
            EndReason.note(
                    context.channel(), "it read nothing for %d s".formatted(patience.toSeconds()));
            context.close();
        } else {
            lookLater(context);
        }
    }

    private void stopLooking() {
        nextLook.ifPresent(look -> look.cancel(false));
        nextLook = Optional.empty();
    }
}
