package dev.remotenode.lrmd.xml;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;

/**
 * An XML element as bytes: content that goes through this daemon without being taken apart.
 *
 * <p>What a local user sends must pass {@link #verified} before it is put into an envelope: nobody
 * may close the envelope and write attributes of their own into it.
 *
 * <p>It may be large, and is not copied: what came in an envelope shares the memory of it, and has
 * to be {@link #retain retained} and {@link #release released} as that.
 */
public final class CarriedElement {

    private final ByteBuf bytes;

    private CarriedElement(ByteBuf bytes) {
        this.bytes = bytes;
    }

    /**
     * Takes bytes that are exactly one well-formed element, blanks around it aside.
     *
     * @throws XmlException if they are anything else, or have a DTD, or are not UTF-8
     */
    public static CarriedElement verified(byte[] bytes) throws XmlException {
        WellFormedness.check(bytes);
        return new CarriedElement(Unpooled.wrappedBuffer(bytes));
    }

    /** Takes what an authenticated cluster node has put into an envelope, as it is. */
    static CarriedElement of(ByteBuf bytes) {
        return new CarriedElement(bytes);
    }

    /** How many bytes it has. */
    public int length() {
        return bytes.readableBytes();
    }

    /** The bytes, which stay this element's: to be copied or retained by who keeps them. */
    public ByteBuf bytes() {
        return bytes.duplicate();
    }

    /** A copy of the bytes. */
    public byte[] toBytes() {
        return ByteBufUtil.getBytes(bytes);
    }

    /** Keeps the memory until it is released once more. */
    public void retain() {
        bytes.retain();
    }

    /** Gives the memory back, if nobody else has retained it. */
    public void release() {
        bytes.release();
    }

    void writeTo(ByteBuf out) {
        out.writeBytes(bytes, bytes.readerIndex(), bytes.readableBytes());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CarriedElement that && bytes.equals(that.bytes);
    }

    @Override
    public int hashCode() {
        return bytes.hashCode();
    }

    @Override
    public String toString() {
        return "CarriedElement[" + length() + " bytes]";
    }
}
