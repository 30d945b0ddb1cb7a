package dev.remotenode.lrmd.frame;

import dev.remotenode.lrmd.bzip2.Bzip2Exception;
import dev.remotenode.lrmd.bzip2.Bzip2Inflater;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;

/**
 * Cuts the stream into payloads: each {@link ByteBuf} passed on is one XML document without its
 * final NUL. Takes any record boundaries, both byte orders and bz2.
 *
 * <p>A header that cannot be one ends the connection: after it the stream has no more beginnings.
 * It is reported once, and what follows it is not looked at.
 */
public final class FrameDecoder extends ByteToMessageDecoder {

    private boolean lost;

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        if (lost) {
            in.skipBytes(in.readableBytes());
            return;
        }
        try {
            decodeFrame(in, out);
        } catch (FrameException e) {
            lost = true;
            throw e;
        }
    }

    private static void decodeFrame(ByteBuf in, List<Object> out) {
        if (in.readableBytes() < FrameHeader.SIZE) {
            return;
        }
        FrameHeader header = FrameHeader.peek(in);
        if (in.readableBytes() < header.totalSize()) {
            return;
        }
        out.add(withoutNul(payload(header, in.readSlice(header.totalSize()))));
    }

    private static ByteBuf payload(FrameHeader header, ByteBuf frame) {
        return header.compressed()
                ? inflated(header, frame.slice(FrameHeader.SIZE, header.compressedSize()))
                : frame.retainedSlice(FrameHeader.SIZE, header.uncompressedSize());
    }

    private static ByteBuf inflated(FrameHeader header, ByteBuf compressed) {
        try {
            return Bzip2Inflater.inflate(compressed, header.uncompressedSize());
        } catch (Bzip2Exception e) {
            throw new FrameException("unreadable frame: " + e.getMessage(), e);
        }
    }

    private static ByteBuf withoutNul(ByteBuf payload) {
        int last = payload.writerIndex() - 1;
        return last >= 0 && payload.getByte(last) == 0 ? payload.writerIndex(last) : payload;
    }
}
