package dev.remotenode.agent.ipc.message;

import dev.remotenode.agent.ipc.ring.Chunk;
import io.netty.buffer.ByteBuf;
import java.util.List;

/** A message on its way to a tool. Its text belongs to it, and is to be released. */
public sealed interface Encoded {

    /** Gives back the memory of what will not be sent. */
    void release();

    /** The message as it will be sent: its chunks must not be mixed with others. */
    record Ready(List<Chunk> chunks) implements Encoded {
        @Override
        public void release() {
            chunks.forEach(Chunk::release);
        }
    }

    /**
     * The message is too large to be sent as it is.
     *
     * @param largestChunk what the tool takes
     */
    record Oversize(int id, int flags, ByteBuf payload, int largestChunk) implements Encoded {

        @Override
        public void release() {
            payload.release();
        }

        /**
         * Compresses it, and releases what it was. Takes some 100 ms for a megabyte: not for the
         * event loop.
         *
         * @throws MessageException if it is too large even so
         */
        public Ready pack() throws MessageException {
            try {
                return CompressingDialect.pack(this);
            } finally {
                release();
            }
        }
    }
}
