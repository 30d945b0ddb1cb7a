package dev.remotenode.agent.ipc.message;

import dev.remotenode.agent.ipc.ring.Chunk;
import java.util.List;

/** A message on its way to a tool. */
public sealed interface Encoded {

    /** The message as it will be sent: its chunks must not be mixed with others. */
    record Ready(List<Chunk> chunks) implements Encoded {}

    /**
     * The message is too large to be sent as it is.
     *
     * @param largestChunk what the tool takes
     */
    @SuppressWarnings("ArrayRecordComponent") // it is handed on, never compared
    record Oversize(int id, int flags, byte[] payload, int largestChunk) implements Encoded {

        /**
         * Compresses it. Takes some 100 ms for a megabyte: not for the event loop.
         *
         * @throws MessageException if it is too large even so
         */
        public Ready pack() throws MessageException {
            return CompressingDialect.pack(this);
        }
    }
}
