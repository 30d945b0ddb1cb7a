package dev.remotenode.lrmd.xml;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/**
 * An XML element as bytes: content that goes through this daemon without being taken apart.
 *
 * <p>What a local user sends must pass {@link #verified} before it is put into an envelope: nobody
 * may close the envelope and write attributes of their own into it.
 */
public final class CarriedElement {

    private final byte[] bytes;
    private final int offset;
    private final int length;

    private CarriedElement(byte[] bytes, int offset, int length) {
        this.bytes = bytes;
        this.offset = offset;
        this.length = length;
    }

    /**
     * Takes bytes that are exactly one well-formed element, blanks around it aside.
     *
     * @throws XmlException if they are anything else, or have a DTD, or are not UTF-8
     */
    public static CarriedElement verified(byte[] bytes) throws XmlException {
        WellFormedness.check(bytes);
        return new CarriedElement(bytes, 0, bytes.length);
    }

    /** Takes what an authenticated cluster node has put into an envelope, as it is. */
    static CarriedElement of(byte[] bytes, int from, int to) {
        return new CarriedElement(bytes, from, to - from);
    }

    /** How many bytes it has. */
    public int length() {
        return length;
    }

    /** A copy of the bytes. */
    public byte[] toBytes() {
        return Arrays.copyOfRange(bytes, offset, offset + length);
    }

    void writeTo(ByteBuf out) {
        out.writeBytes(bytes, offset, length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CarriedElement that
                && Arrays.equals(
                        bytes,
                        offset,
                        offset + length,
                        that.bytes,
                        that.offset,
                        that.offset + that.length);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(toBytes());
    }

    @Override
    public String toString() {
        return "CarriedElement[" + length + " bytes]";
    }
}
