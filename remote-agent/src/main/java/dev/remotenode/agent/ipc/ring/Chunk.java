package dev.remotenode.agent.ipc.ring;

import io.netty.buffer.ByteBuf;

/**
 * What goes through a ring at a time: a message, or one part of it.
 *
 * @param header its first bytes
 * @param body the bytes that follow, which belong to the chunk
 * @param terminated whether a zero byte comes after them
 */
@SuppressWarnings("ArrayRecordComponent") // it is handed on, never compared
public record Chunk(byte[] header, ByteBuf body, boolean terminated) {

    /** The bytes that it takes in a ring, apart from what the ring adds. */
    public int size() {
        return header.length + body.readableBytes() + (terminated ? 1 : 0);
    }

    /** Gives its memory back. */
    public void release() {
        body.release();
    }
}
