package dev.remotenode.lrmd.bzip2;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.compression.Bzip2Decoder;

/** Inflates a bz2 payload; never holds more than the announced size and one block. */
public final class Bzip2Inflater {

    /** Bytes fed to the decoder at a time, so that a bomb is noticed after few blocks. */
    private static final int STEP = 4096;

    /**
     * What is taken at first: an announcement costs a peer nothing, and shall not cost more here.
     */
    private static final int FIRST_BYTES = 64 * 1024;

    private Bzip2Inflater() {}

    /**
     * Returns exactly {@code size} bytes. What the decoder does not expect in damaged data is
     * damage as well: some of it ends in exceptions of arrays there.
     *
     * @throws Bzip2Exception if the stream is damaged or inflates to another size
     */
    public static ByteBuf inflate(ByteBuf compressed, int size) throws Bzip2Exception {
        EmbeddedChannel decoder = new EmbeddedChannel(new Bzip2Decoder());
        ByteBuf inflated = Unpooled.buffer(Math.min(size, FIRST_BYTES), size);
        try {
            while (compressed.isReadable()) {
                int step = Math.min(STEP, compressed.readableBytes());
                decoder.writeInbound(compressed.readRetainedSlice(step));
                drain(decoder, inflated);
            }
            if (inflated.readableBytes() < size) {
                throw new Bzip2Exception(
                        "bz2 payload inflates to %d bytes instead of %d"
                                .formatted(inflated.readableBytes(), size));
            }
            return inflated;
        } catch (DecoderException e) {
            throw new Bzip2Exception("damaged bz2 payload: " + e.getMessage(), e);
        } finally {
            end(decoder);
        }
    }

    private static void end(EmbeddedChannel decoder) {
        try {
            decoder.finishAndReleaseAll();
        } catch (DecoderException known) {
            // At its end the decoder looks once more at what it has refused already.
        }
    }

    private static void drain(EmbeddedChannel decoder, ByteBuf inflated) throws Bzip2Exception {
        for (ByteBuf block = decoder.readInbound(); block != null; block = decoder.readInbound()) {
            try {
                if (block.readableBytes() > inflated.maxWritableBytes()) {
                    throw new Bzip2Exception(
                            "bz2 payload inflates to more than the announced %d bytes"
                                    .formatted(inflated.maxCapacity()));
                }
                inflated.writeBytes(block);
            } finally {
                block.release();
            }
        }
    }
}
