package dev.remotenode.fuzz;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.compression.Bzip2Encoder;
import java.util.List;
import java.util.stream.Stream;

/**
 * Some bytes and their form as bz2, made once: making one takes a thousand times as long as it
 * takes to refuse it.
 */
@SuppressWarnings("ArrayRecordComponent") // it is handed on, never compared
public record Compressed(byte[] plain, byte[] packed) {

    private static final List<Compressed> SAMPLES =
            Stream.of(
                            "",
                            "\0",
                            "x",
                            "<lrmd_command lrmd_op=\"lrmd_rsc_poke\"/>\0",
                            "<a b='c'><d/></a>",
                            "x".repeat(3),
                            "x".repeat(4),
                            "x".repeat(300),
                            "<nvpair id=\"1\" name=\"ip\" value=\"192.0.2.1\"/>".repeat(90),
                            everyCharacter(),
                            "BZh9")
                    .map(text -> text.getBytes(US_ASCII))
                    .map(plain -> new Compressed(plain, bzip2(plain)))
                    .toList();

    /** The smallest blocks, which are the quickest to read. */
    private static final int BLOCK_SIZE = 1;

    /** One of them. */
    public static Compressed sample(Choices choices) {
        return choices.oneOf(SAMPLES);
    }

    private static String everyCharacter() {
        StringBuilder all = new StringBuilder();
        for (char each = 0; each < 128; each++) {
            all.append(each);
        }
        return all.toString();
    }

    private static byte[] bzip2(byte[] plain) {
        EmbeddedChannel encoder = new EmbeddedChannel(new Bzip2Encoder(BLOCK_SIZE));
        encoder.writeOutbound(Unpooled.wrappedBuffer(plain));
        encoder.finish();
        ByteBuf all = Unpooled.buffer();
        for (ByteBuf part = encoder.readOutbound(); part != null; part = encoder.readOutbound()) {
            all.writeBytes(part);
            part.release();
        }
        return ByteBufUtil.getBytes(all);
    }
}
