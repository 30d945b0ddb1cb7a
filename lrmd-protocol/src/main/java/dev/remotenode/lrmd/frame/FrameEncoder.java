package dev.remotenode.lrmd.frame;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.MessageToMessageEncoder;
import java.util.List;

/**
 * Turns an XML document into a frame of two buffers, header and payload.
 *
 * <p>They stay apart on purpose: the TLS handler makes a record of each buffer, and a C peer reads
 * one record a call into a buffer sized for a header. Header and payload in one record would stall
 * it. Payloads are never compressed, because releases disagree on the sizes of a compressed frame.
 */
public final class FrameEncoder extends MessageToMessageEncoder<ByteBuf> {

    private long lastId;

    public FrameEncoder() {
        super(ByteBuf.class);
    }

    @Override
    protected void encode(ChannelHandlerContext context, ByteBuf document, List<Object> out) {
        int payloadSize = document.readableBytes() + 1;
        if (payloadSize > FrameLimits.MESSAGE_BYTES - FrameHeader.SIZE) {
            throw new FrameException(
                    "a message of %d bytes is too large to send".formatted(payloadSize));
        }
        ByteBuf header = context.alloc().buffer(FrameHeader.SIZE, FrameHeader.SIZE);
        FrameHeader.write(header, ++lastId, payloadSize);
        out.add(header);
        out.add(document.retain().writeByte(0));
    }
}
