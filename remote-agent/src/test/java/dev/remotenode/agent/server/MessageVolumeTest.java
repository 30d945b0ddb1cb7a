package dev.remotenode.agent.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MessageVolumeTest {

    private final List<Integer> sizes = new ArrayList<>();
    private final EmbeddedChannel connection = new EmbeddedChannel(new MessageVolume(sizes::add));

    @Test
    void tellsTheSizesOfMessagesEitherWayAndPassesThemOn() {
        connection.writeInbound(Unpooled.wrappedBuffer(new byte[10]));
        connection.writeOutbound(Unpooled.wrappedBuffer(new byte[20]));

        assertEquals(List.of(10, 20), sizes);
        assertEquals(Unpooled.wrappedBuffer(new byte[10]), connection.readInbound());
        assertEquals(Unpooled.wrappedBuffer(new byte[20]), connection.readOutbound());
    }
}
