package dev.remotenode.agent.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class HeapReliefTest {

    private static final int LARGE = 1 << 20;

    private final AtomicInteger collections = new AtomicInteger();
    private final EmbeddedChannel connection =
            new EmbeddedChannel(new HeapRelief(collections::incrementAndGet));

    @BeforeEach
    void stopTheClock() {
        connection.freezeTime();
    }

    @Test
    void ordinaryMessagesAreNoReason() {
        connection.writeInbound(message(10_000));
        connection.writeOutbound(message(10_000));
        pass(60);
        assertEquals(0, collections.get());
    }

    @Test
    void largeMessagesEitherWayAreOne() {
        connection.writeInbound(message(LARGE));
        pass(5);
        assertEquals(1, collections.get());
        connection.writeOutbound(message(LARGE));
        pass(5);
        assertEquals(2, collections.get());
        pass(60);
        assertEquals(2, collections.get());
    }

    @Test
    void largeMessagesInARowAreWaitedFor() {
        for (int count = 0; count < 10; count++) {
            connection.writeInbound(message(LARGE));
            pass(4);
        }
        assertEquals(0, collections.get());
        pass(1);
        assertEquals(1, collections.get());
    }

    private static ByteBuf message(int size) {
        return Unpooled.wrappedBuffer(new byte[size]);
    }

    private void pass(int seconds) {
        connection.advanceTimeBy(seconds, TimeUnit.SECONDS);
        connection.runScheduledPendingTasks();
    }
}
