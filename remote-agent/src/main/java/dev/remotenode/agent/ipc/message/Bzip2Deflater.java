package dev.remotenode.agent.ipc.message;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.compression.Bzip2Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Compresses a message's text. */
final class Bzip2Deflater {

    /** As Pacemaker has it: blocks of 400 kB. */
    private static final int BLOCK_SIZE = 4;

    private static final byte[] ZERO = {0};

    private Bzip2Deflater() {}

    /** The compressed form of the text and a terminating zero. */
    static byte[] deflateTerminated(byte[] text) {
        EmbeddedChannel encoder = new EmbeddedChannel(new Bzip2Encoder(BLOCK_SIZE));
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        encoder.writeOutbound(Unpooled.wrappedBuffer(text), Unpooled.wrappedBuffer(ZERO));
        encoder.finish();
        try {
            for (ByteBuf out = encoder.readOutbound(); out != null; out = encoder.readOutbound()) {
                out.readBytes(compressed, out.readableBytes());
                out.release();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written to", e);
        }
        return compressed.toByteArray();
    }
}
