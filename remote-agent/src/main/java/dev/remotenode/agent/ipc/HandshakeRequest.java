package dev.remotenode.agent.ipc;

import io.netty.buffer.ByteBuf;
import java.util.Optional;

/**
 * What a tool says first.
 *
 * @param largestMessage in bytes, as the tool would like to have it
 */
record HandshakeRequest(long largestMessage) {

    /** Its size in bytes. */
    static final int SIZE = 24;

    private static final int AUTHENTICATE = -1;
    private static final int ID = 0;
    private static final int TOTAL_SIZE = 8;
    private static final int LARGEST_MESSAGE = 16;

    /** Reads what has the right size; empty if it is something else. */
    static Optional<HandshakeRequest> read(ByteBuf bytes) {
        boolean known =
                Native.getInt(bytes, ID) == AUTHENTICATE
                        && Native.getInt(bytes, TOTAL_SIZE) == SIZE;
        return known
                ? Optional.of(
                        new HandshakeRequest(
                                Integer.toUnsignedLong(Native.getInt(bytes, LARGEST_MESSAGE))))
                : Optional.empty();
    }
}
