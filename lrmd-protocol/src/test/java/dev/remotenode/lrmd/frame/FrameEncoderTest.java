package dev.remotenode.lrmd.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FrameEncoderTest {

    private final EmbeddedChannel channel = new EmbeddedChannel(new FrameEncoder());

    @Test
    void keepsHeaderAndPayloadApart() {
        channel.writeOutbound(document("<a/>"));
        assertEquals(
                "bddbdaba"
                        + "01000000"
                        + "0100000000000000"
                        + "0000000000000000"
                        + "2d000000"
                        + "28000000"
                        + "00000000"
                        + "05000000",
                hex(channel.readOutbound()));
        assertEquals("3c612f3e00", hex(channel.readOutbound()));
        assertNull(channel.readOutbound());
    }

    @Test
    void numbersMessages() {
        channel.writeOutbound(document("<a/>"), document("<b/>"));
        hex(channel.readOutbound());
        hex(channel.readOutbound());
        assertEquals("0200000000000000", hex(channel.readOutbound()).substring(16, 32));
    }

    private static ByteBuf document(String xml) {
        return Unpooled.buffer().writeBytes(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static String hex(ByteBuf buffer) {
        String hex = ByteBufUtil.hexDump(buffer);
        buffer.release();
        return hex;
    }
}
