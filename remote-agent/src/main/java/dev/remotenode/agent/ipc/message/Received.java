package dev.remotenode.agent.ipc.message;

import dev.remotenode.lrmd.bzip2.Bzip2Exception;
import dev.remotenode.lrmd.bzip2.Bzip2Inflater;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/** What a chunk from a tool amounts to. */
public sealed interface Received {

    /** More chunks have to come. */
    record Unfinished() implements Received {}

    /**
     * A message.
     *
     * @param payload its text, without the terminating zero
     */
    @SuppressWarnings("ArrayRecordComponent") // it is handed on, never compared
    record Whole(int id, int flags, byte[] payload) implements Received {}

    /**
     * A message in compressed form.
     *
     * @param chunk has the compressed text behind its header
     * @param size of the text, zero included
     */
    @SuppressWarnings("ArrayRecordComponent") // it is handed on, never compared
    record Packed(int id, int flags, byte[] chunk, int size) implements Received {

        /**
         * Makes it plain. Takes some 50 ms for a megabyte: not for the event loop.
         *
         * @throws MessageException if it is not of the announced size, or damaged
         */
        public Whole unpack() throws MessageException {
            ByteBuf compressed =
                    Unpooled.wrappedBuffer(
                            chunk, HeaderFields.SIZE, chunk.length - HeaderFields.SIZE);
            try {
                ByteBuf text = Bzip2Inflater.inflate(compressed, size);
                byte[] payload = new byte[size - 1];
                text.readBytes(payload);
                if (text.readByte() != 0) {
                    throw new MessageException("its request does not end in a zero");
                }
                return new Whole(id, flags, payload);
            } catch (Bzip2Exception e) {
                throw new MessageException("its request cannot be decompressed", e);
            }
        }
    }
}
