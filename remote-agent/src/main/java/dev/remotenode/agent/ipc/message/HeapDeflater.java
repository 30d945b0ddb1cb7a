package dev.remotenode.agent.ipc.message;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.compression.Bzip2Encoder;
import java.util.Optional;

/** In Java, for hosts without the library; leaves eight megabytes behind for each block. */
record HeapDeflater() implements Bzip2Deflater {

    private static final byte[] ZERO = {0};

    @Override
    public Optional<ByteBuf> deflateTerminated(ByteBuf text, int most) {
        EmbeddedChannel encoder = new EmbeddedChannel(new Bzip2Encoder(BLOCK_SIZE));
        ByteBuf compressed = Unpooled.buffer();
        encoder.writeOutbound(text.retainedDuplicate(), Unpooled.wrappedBuffer(ZERO));
        encoder.finish();
        for (ByteBuf out = encoder.readOutbound(); out != null; out = encoder.readOutbound()) {
            compressed.writeBytes(out);
            out.release();
        }
        return Optional.of(compressed).filter(all -> all.readableBytes() <= most);
    }
}
