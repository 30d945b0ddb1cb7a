package dev.remotenode.lrmd.frame;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.codec.ByteToMessageDecoder.Cumulator;

/**
 * Keeps what has come of a frame in one piece.
 *
 * <p>A buffer that grows step by step is copied at each, at last 16 MiB of a large message, while
 * everybody else waits. One that is made as large as a header says costs who sends 40 bytes
 * nothing, and this side 20 MiB. So there is room for a whole frame as soon as an eighth of it has
 * come. What is not filled yet is not resident.
 *
 * <p>Used by the thread of one connection.
 */
final class FrameAccumulation implements Cumulator {

    private static final int PARTS = 8;

    /** For what has come together with the end of a frame. */
    private static final int BEGINNING_OF_NEXT = 64 * 1024;

    private int expected;

    /** How large the frame is that has begun, in bytes. */
    void expect(int frameBytes) {
        expected = frameBytes;
    }

    @Override
    public ByteBuf cumulate(ByteBufAllocator allocator, ByteBuf kept, ByteBuf more) {
        if (!kept.isReadable()) {
            kept.release();
            return more;
        }
        try {
            ByteBuf all = hasRoom(kept, more.readableBytes()) ? kept : moved(allocator, kept, more);
            return all.writeBytes(more);
        } finally {
            more.release();
        }
    }

    /** A buffer of which a frame has been passed on is not written to. */
    private static boolean hasRoom(ByteBuf kept, int bytes) {
        return kept.refCnt() == 1 && !kept.isReadOnly() && kept.writableBytes() >= bytes;
    }

    private ByteBuf moved(ByteBufAllocator allocator, ByteBuf kept, ByteBuf more) {
        int size = roomFor(kept.readableBytes() + more.readableBytes());
        ByteBuf larger = allocator.directBuffer(size).writeBytes(kept);
        kept.release();
        return larger;
    }

    private int roomFor(int bytes) {
        int part = expected / PARTS;
        return bytes < part
                ? Math.min(2 * bytes, part)
                : Math.max(bytes, expected + BEGINNING_OF_NEXT);
    }
}
