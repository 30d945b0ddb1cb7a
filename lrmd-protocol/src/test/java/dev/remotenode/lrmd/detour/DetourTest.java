package dev.remotenode.lrmd.detour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class DetourTest {

    private final EmbeddedChannel channel =
            new EmbeddedChannel(new ChannelInboundHandlerAdapter() {});
    private final ChannelHandlerContext context = channel.pipeline().lastContext();
    private final Deque<Runnable> elsewhere = new ArrayDeque<>();
    private final Detour detour = new Detour(elsewhere::add);
    private final List<String> results = new ArrayList<>();

    @Test
    void nothingIsReadWhileItIsUnderWay() {
        detour.take(context, () -> "done", results::add);
        assertTrue(detour.isUnderWay());
        assertFalse(channel.config().isAutoRead());

        elsewhere.remove().run();
        assertEquals(List.of("done"), results);
        assertFalse(detour.isUnderWay());
        assertTrue(channel.config().isAutoRead());
    }

    @Test
    void aResultMayBeginTheNextPiece() {
        detour.take(context, () -> "one", _ -> detour.take(context, () -> "two", results::add));
        elsewhere.remove().run();
        assertTrue(detour.isUnderWay());
        assertFalse(channel.config().isAutoRead());

        elsewhere.remove().run();
        assertEquals(List.of("two"), results);
    }

    @Test
    void nothingIsReadUntilTheLastOfSeveralIsDone() {
        Detour other = new Detour(elsewhere::add);
        detour.take(context, () -> "one", results::add);
        other.take(context, () -> "other", results::add);

        elsewhere.remove().run();
        assertFalse(channel.config().isAutoRead());

        elsewhere.remove().run();
        assertTrue(channel.config().isAutoRead());
    }

    /** For want of memory, for instance: the connection must not wait for ever. */
    @Test
    void whatCannotBeDoneIsAFailureOfTheConnection() {
        detour.take(
                context,
                () -> {
                    throw new OutOfMemoryError("as the test wants it");
                },
                _ -> results.add("never"));
        elsewhere.remove().run();
        assertThrows(OutOfMemoryError.class, channel::checkException);
        assertEquals(List.of(), results);
        assertFalse(detour.isUnderWay());
    }
}
