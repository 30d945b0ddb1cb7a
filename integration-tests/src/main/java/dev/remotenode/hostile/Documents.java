package dev.remotenode.hostile;

import dev.remotenode.lab.wire.Frame;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.compression.Bzip2Encoder;
import java.nio.charset.StandardCharsets;

/** Messages that are hard to swallow. */
final class Documents {
    /** What the daemon takes at most, with its header. */
    private static final int LARGEST = 20 * 1024 * 1024 - Frame.HEADER_SIZE - 1;

    private static final String POKE_BEGIN =
            "<lrmd_command t='lrmd' lrmd_op='lrmd_rsc_poke' lrmd_remote_msg_id='3'";

    private Documents() {}

    /** An ordinary poke. */
    static Frame poke() {
        return Frame.around(POKE_BEGIN + "/>");
    }

    /** A poke that is as large as a message may be. */
    static Frame large() {
        return Frame.around(padded(POKE_BEGIN + " padding='", "'/>"));
    }

    /** A small message that inflates to the largest there may be. */
    static Frame bomb() {
        Frame blank = Frame.around(padded(POKE_BEGIN + ">", "</lrmd_command>"));
        return blank.packed(bz2(blank.payload()));
    }

    /** A value with as many references as fit, of which none is one. */
    static Frame brokenReferences() {
        return Frame.around(filled(POKE_BEGIN + " padding='", "&", "'/>"));
    }

    /** As many elements as fit. */
    static Frame wide() {
        return Frame.around(filled(POKE_BEGIN + ">", "<a/>", "</lrmd_command>"));
    }

    /** Elements in elements, as many as fit. */
    static Frame deep() {
        return Frame.around(filled("", "<a>", ""));
    }

    /** Entities that would expand to gigabytes. */
    static Frame entities() {
        StringBuilder text = new StringBuilder("<!DOCTYPE a [<!ENTITY e0 'ha'>");
        for (int i = 1; i < 30; i++) {
            text.append("<!ENTITY e%d '&e%d;&e%d;'>".formatted(i, i - 1, i - 1));
        }
        return Frame.around(text + "<!ENTITY f SYSTEM 'file:///etc/passwd'>]><a>&e29;&f;</a>");
    }

    /** Neither text nor XML. */
    static Frame garbage() {
        return Frame.around(
                new byte[] {
                    '<', 'a', ' ', 'b', '=', '\'', 0, (byte) 0xC0, (byte) 0x80, 0, -1, '>'
                });
    }

    /** The header of a message as large as it may be. */
    static byte[] largestHeader() {
        return Frame.around("")
                .claiming(
                        new Frame.Sizes(LARGEST + Frame.HEADER_SIZE, Frame.HEADER_SIZE, 0, LARGEST))
                .header();
    }

    private static String padded(String begin, String end) {
        return begin + " ".repeat(LARGEST - begin.length() - end.length()) + end;
    }

    private static String filled(String begin, String middle, String end) {
        int count = (LARGEST - begin.length() - end.length()) / middle.length();
        return begin + middle.repeat(count) + end;
    }

    private static byte[] bz2(byte[] plain) {
        EmbeddedChannel encoder = new EmbeddedChannel(new Bzip2Encoder());
        encoder.writeOutbound(Unpooled.wrappedBuffer(plain));
        encoder.finish();
        ByteBuf all = Unpooled.buffer();
        for (ByteBuf part = encoder.readOutbound(); part != null; part = encoder.readOutbound()) {
            all.writeBytes(part);
            part.release();
        }
        return ByteBufUtil.getBytes(all);
    }

    /** Text as bytes. */
    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
