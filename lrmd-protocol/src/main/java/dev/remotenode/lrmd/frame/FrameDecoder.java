package dev.remotenode.lrmd.frame;

import dev.remotenode.lrmd.bzip2.Bzip2Exception;
import dev.remotenode.lrmd.bzip2.Bzip2Inflater;
import dev.remotenode.lrmd.detour.Detour;
import dev.remotenode.lrmd.detour.ReadingPause;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Cuts the stream into payloads: each {@link ByteBuf} passed on is one XML document without its
 * final NUL, a large one in several pieces. Takes any record boundaries, both byte orders and bz2.
 *
 * <p>A header that cannot be one ends the connection: after it the stream has no more beginnings.
 * It is reported once, and what follows it is not looked at.
 */
public final class FrameDecoder extends ByteToMessageDecoder {

    private final Detour inflation;
    private boolean decoding;
    private boolean lost;

    /** Inflates what is compressed at once. */
    public FrameDecoder() {
        this(Runnable::run);
    }

    /**
     * Does not inflate by itself.
     *
     * @param inflating where that is done: a few bytes may inflate to a very large message, which
     *     takes a second
     */
    public FrameDecoder(Executor inflating) {
        setCumulator(Accumulation.IN_PIECES);
        inflation = new Detour(inflating);
    }

    /** How much is kept of a frame that has not come in full, in bytes. */
    public int unfinished() {
        return actualReadableBytes();
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        if (lost) {
            in.skipBytes(in.readableBytes());
            return;
        }
        decoding = true;
        try {
            decodeFrame(context, in, out);
        } catch (FrameException e) {
            lost = true;
            throw e;
        } finally {
            decoding = false;
        }
    }

    private void decodeFrame(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        if (inflation.isUnderWay() || in.readableBytes() < FrameHeader.SIZE) {
            return;
        }
        FrameHeader header = FrameHeader.peek(in);
        if (in.readableBytes() < header.totalSize()) {
            return;
        }
        ByteBuf frame = in.readSlice(header.totalSize());
        if (header.compressed()) {
            ByteBuf packed = frame.retainedSlice(FrameHeader.SIZE, header.compressedSize());
            inflation.take(
                    context, () -> inflate(header, packed), inflated -> goOn(context, inflated));
        } else {
            out.add(withoutNul(frame.retainedSlice(FrameHeader.SIZE, header.uncompressedSize())));
        }
    }

    /** What has come of a compressed payload. */
    private sealed interface Inflated {
        void release();

        record Payload(ByteBuf bytes) implements Inflated {
            @Override
            public void release() {
                bytes.release();
            }
        }

        record Damaged(FrameException cause) implements Inflated {
            @Override
            public void release() {}
        }
    }

    private static Inflated inflate(FrameHeader header, ByteBuf packed) {
        try {
            return new Inflated.Payload(
                    withoutNul(Bzip2Inflater.inflate(packed, header.uncompressedSize())));
        } catch (Bzip2Exception e) {
            return new Inflated.Damaged(
                    new FrameException("unreadable frame: " + e.getMessage(), e));
        } finally {
            packed.release();
        }
    }

    private void goOn(ChannelHandlerContext context, Inflated inflated) {
        if (!context.channel().isOpen()) {
            inflated.release();
            return;
        }
        switch (inflated) {
            case Inflated.Payload(ByteBuf bytes) -> context.fireChannelRead(bytes);
            case Inflated.Damaged(FrameException cause) -> {
                lost = true;
                context.fireExceptionCaught(cause);
            }
        }
        decodeWhatCameAfter(context);
    }

    private void decodeWhatCameAfter(ChannelHandlerContext context) {
        if (!decoding) {
            try {
                channelRead(context, Unpooled.EMPTY_BUFFER);
            } catch (Exception e) {
                context.fireExceptionCaught(e);
            }
        }
    }

    /** The superclass would have more read, although that has been stopped. */
    @Override
    public void channelReadComplete(ChannelHandlerContext context) throws Exception {
        if (ReadingPause.of(context.channel()).isWanted()) {
            context.fireChannelReadComplete();
        } else {
            super.channelReadComplete(context);
        }
    }

    private static ByteBuf withoutNul(ByteBuf payload) {
        int last = payload.writerIndex() - 1;
        return last >= 0 && payload.getByte(last) == 0 ? payload.writerIndex(last) : payload;
    }
}
