package dev.remotenode.lrmd.detour;

import io.netty.channel.ChannelHandlerContext;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How much of what one connection has brought is looked at before the others have their turn: a
 * single read may bring some eighty messages.
 *
 * <p>A peer that does not read what it is answered has short turns and waits between them. It is
 * never stopped entirely: two sides that both send much before they read would wait for each other.
 *
 * <p>Used by the thread of the connection.
 */
public final class Turn {

    private static final int MOST_MESSAGES = 16;
    private static final int MOST_MESSAGES_UNHEARD = 1;
    private static final Duration WAIT_UNHEARD = Duration.ofMillis(5);

    private int messages;
    private boolean awaited;

    /** Whether others are to be served first: {@link #await} the next turn then. */
    public boolean isOver(ChannelHandlerContext context) {
        return messages >= (hears(context) ? MOST_MESSAGES : MOST_MESSAGES_UNHEARD);
    }

    /** Whether the next turn is waited for already. */
    public boolean isAwaited() {
        return awaited;
    }

    /** One more message has been looked at. */
    public void count() {
        messages++;
    }

    /** Nothing more has come in this turn; that of a peer which does not read goes on. */
    public void rest(ChannelHandlerContext context) {
        if (hears(context)) {
            messages = 0;
        }
    }

    /** Has nothing read from the connection until its next turn, and then does that first. */
    public void await(ChannelHandlerContext context, Runnable next) {
        ReadingPause pause = ReadingPause.of(context.channel());
        awaited = true;
        pause.begin();
        // Not executed: the event loop would do that before it looks after other connections.
        context.executor()
                .schedule(
                        () -> {
                            awaited = false;
                            messages = 0;
                            next.run();
                            pause.end();
                        },
                        hears(context) ? 0 : WAIT_UNHEARD.toNanos(),
                        TimeUnit.NANOSECONDS);
    }

    private static boolean hears(ChannelHandlerContext context) {
        return context.channel().isWritable();
    }
}
