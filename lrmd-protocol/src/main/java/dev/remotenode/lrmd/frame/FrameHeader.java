package dev.remotenode.lrmd.frame;

import io.netty.buffer.ByteBuf;
import java.nio.ByteOrder;

/**
 * The 40 bytes before every payload. All sizes are in bytes.
 *
 * <p>Each integer is in the sender's byte order, which the magic number tells ({@code
 * lib/common/remote.c} of Pacemaker). The version, the id and the flags carry nothing that a
 * receiver needs; they are not kept.
 *
 * @param order the sender's byte order
 * @param totalSize header and payload together, as they stand on the stream
 * @param payloadOffset where the payload begins
 * @param compressedSize size of the bz2 payload, or 0 for a plain one
 * @param uncompressedSize size of the plain payload, its final NUL included
 */
record FrameHeader(
        ByteOrder order,
        int totalSize,
        int payloadOffset,
        int compressedSize,
        int uncompressedSize) {

    static final int SIZE = 40;

    private static final int MAGIC = 0xBADADBBD;
    private static final int VERSION = 1;

    private static final int TOTAL_SIZE_AT = 24;
    private static final int PAYLOAD_OFFSET_AT = 28;
    private static final int COMPRESSED_SIZE_AT = 32;
    private static final int UNCOMPRESSED_SIZE_AT = 36;

    /**
     * Reads a header at the reader index, without moving it.
     *
     * @throws FrameException if these bytes cannot be a header within the limits
     */
    static FrameHeader peek(ByteBuf in) {
        int magic = in.getInt(in.readerIndex());
        if (magic == MAGIC) {
            return checked(read(in, ByteOrder.BIG_ENDIAN));
        }
        if (Integer.reverseBytes(magic) == MAGIC) {
            return checked(read(in, ByteOrder.LITTLE_ENDIAN));
        }
        throw new FrameException(
                "not a Pacemaker Remote message: it begins with %08x".formatted(magic));
    }

    /** Writes the header of a plain payload, in little-endian order as most peers have it. */
    static void write(ByteBuf out, long id, int payloadSize) {
        out.writeIntLE(MAGIC);
        out.writeIntLE(VERSION);
        out.writeLongLE(id);
        out.writeLongLE(0);
        out.writeIntLE(SIZE + payloadSize);
        out.writeIntLE(SIZE);
        out.writeIntLE(0);
        out.writeIntLE(payloadSize);
    }

    boolean compressed() {
        return compressedSize != 0;
    }

    private static FrameHeader read(ByteBuf in, ByteOrder order) {
        return new FrameHeader(
                order,
                intAt(in, TOTAL_SIZE_AT, order),
                intAt(in, PAYLOAD_OFFSET_AT, order),
                intAt(in, COMPRESSED_SIZE_AT, order),
                intAt(in, UNCOMPRESSED_SIZE_AT, order));
    }

    private static int intAt(ByteBuf in, int offset, ByteOrder order) {
        int at = in.readerIndex() + offset;
        return order == ByteOrder.BIG_ENDIAN ? in.getInt(at) : in.getIntLE(at);
    }

    private static FrameHeader checked(FrameHeader header) {
        requireSize("total size", header.totalSize, SIZE);
        requireSize("compressed size", header.compressedSize, 0);
        requireSize("uncompressed size", header.uncompressedSize, 0);
        if (header.payloadOffset != SIZE) {
            throw new FrameException(
                    "payload offset %d instead of %d".formatted(header.payloadOffset, SIZE));
        }
        if (!header.sizesAgree()) {
            throw new FrameException(
                    "sizes disagree: total %d, compressed %d, uncompressed %d"
                            .formatted(
                                    header.totalSize,
                                    header.compressedSize,
                                    header.uncompressedSize));
        }
        return header;
    }

    private static void requireSize(String what, int size, int minimum) {
        if (size < minimum || size > FrameLimits.MESSAGE_BYTES) {
            throw new FrameException(
                    "%s %s is outside %d to %d bytes"
                            .formatted(
                                    what,
                                    Integer.toUnsignedString(size),
                                    minimum,
                                    FrameLimits.MESSAGE_BYTES));
        }
    }

    /**
     * Releases disagree on whether the total of a compressed message counts both sizes: both pass.
     */
    private boolean sizesAgree() {
        int payload = totalSize - SIZE;
        return compressed()
                ? payload == compressedSize || payload == compressedSize + uncompressedSize
                : payload == uncompressedSize;
    }
}
