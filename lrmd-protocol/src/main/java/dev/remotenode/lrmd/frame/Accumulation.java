package dev.remotenode.lrmd.frame;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.CompositeByteBuf;
import io.netty.handler.codec.ByteToMessageDecoder;

/**
 * Keeps what has come until a frame is complete. What gets large grows by pieces: to have a single
 * buffer grow to 20 MiB copies megabytes at once, and the others of the event loop wait for that.
 */
final class Accumulation implements ByteToMessageDecoder.Cumulator {

    /** Without state: any connection and any thread may use it. */
    static final Accumulation IN_PIECES = new Accumulation();

    /** In bytes. Memory of a JVM comes zeroed, which takes a quarter of a millisecond for this. */
    static final int PIECE = 256 * 1024;

    /** Enough for the largest frame and what came with it: Netty would merge more of them. */
    private static final int MOST_PIECES = 2 * FrameLimits.MESSAGE_BYTES / PIECE;

    private Accumulation() {}

    @Override
    public ByteBuf cumulate(ByteBufAllocator memory, ByteBuf kept, ByteBuf arrived) {
        if (kept.readableBytes() < PIECE || kept.refCnt() > 1) {
            return ByteToMessageDecoder.MERGE_CUMULATOR.cumulate(memory, kept, arrived);
        }
        CompositeByteBuf pieces = inPieces(memory, kept);
        try {
            makeRoom(memory, pieces, arrived.readableBytes());
            return pieces.writeBytes(arrived);
        } finally {
            arrived.release();
        }
    }

    private static CompositeByteBuf inPieces(ByteBufAllocator memory, ByteBuf kept) {
        return kept instanceof CompositeByteBuf pieces
                ? pieces
                : memory.compositeDirectBuffer(MOST_PIECES).addComponent(true, kept);
    }

    private static void makeRoom(ByteBufAllocator memory, CompositeByteBuf pieces, int size) {
        while (pieces.writableBytes() < size) {
            ByteBuf piece = memory.directBuffer(PIECE, PIECE);
            pieces.addComponent(piece.writerIndex(PIECE));
        }
    }
}
