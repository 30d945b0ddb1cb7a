package dev.remotenode.lab.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A message as it stands on the wire, whose header need not tell the truth. Immutable. */
public final class Frame {
    /** Size of a header, in bytes. */
    public static final int HEADER_SIZE = 40;

    private static final int MAGIC = 0xBADADBBD;
    private static final int VERSION = 1;

    private final Sizes claimed;
    private final ByteOrder order;
    private final byte[] payload;

    private Frame(Sizes claimed, ByteOrder order, byte[] payload) {
        this.claimed = claimed;
        this.order = order;
        this.payload = payload;
    }

    /** An honest frame around these bytes. */
    public static Frame around(byte[] payload) {
        Sizes honest = new Sizes(HEADER_SIZE + payload.length, HEADER_SIZE, 0, payload.length);
        return new Frame(honest, ByteOrder.LITTLE_ENDIAN, payload.clone());
    }

    /** An honest frame around a document and its final NUL. */
    public static Frame around(String document) {
        return around((document + '\0').getBytes(StandardCharsets.UTF_8));
    }

    /** The same with its header in another byte order. */
    public Frame in(ByteOrder otherOrder) {
        return new Frame(claimed, otherOrder, payload);
    }

    /** The same with other sizes in its header. */
    public Frame claiming(Sizes others) {
        return new Frame(others, order, payload);
    }

    /** The same payload packed, with the sizes as Pacemaker 2.1 says them. */
    public Frame packed(byte[] bz2) {
        Sizes sizes = new Sizes(HEADER_SIZE + bz2.length, HEADER_SIZE, bz2.length, payload.length);
        return new Frame(sizes, order, bz2.clone());
    }

    /** The header. */
    public byte[] header() {
        return ByteBuffer.allocate(HEADER_SIZE)
                .order(order)
                .putInt(MAGIC)
                .putInt(VERSION)
                .putLong(1)
                .putLong(0)
                .putInt(claimed.total)
                .putInt(claimed.payloadOffset)
                .putInt(claimed.compressed)
                .putInt(claimed.uncompressed)
                .array();
    }

    /** What follows the header. */
    public byte[] payload() {
        return payload.clone();
    }

    /** Header and payload in one piece. */
    public byte[] bytes() {
        return ByteBuffer.allocate(HEADER_SIZE + payload.length).put(header()).put(payload).array();
    }

    /**
     * What a header says of its frame, in bytes.
     *
     * @param total header and payload together
     * @param payloadOffset where the payload begins
     * @param compressed the payload as it is sent, or 0 for a plain one
     * @param uncompressed the plain payload
     */
    public record Sizes(int total, int payloadOffset, int compressed, int uncompressed) {}
}
