package dev.remotenode.agent.ipc;

import dev.remotenode.agent.ipc.ring.Rings;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.charset.StandardCharsets;

/** The answer to a {@link HandshakeRequest}: always of one size, which a tool reads in one go. */
final class HandshakeResponse {

    private static final int SIZE = 12328;
    private static final int ID = 0;
    private static final int TOTAL_SIZE = 8;
    private static final int ERROR = 16;
    private static final int TRANSPORT = 24;
    private static final int LARGEST_MESSAGE = 28;
    private static final int REQUEST_PATH = 40;
    private static final int RESPONSE_PATH = 4136;
    private static final int EVENT_PATH = 8232;

    private static final int AUTHENTICATE = -1;
    private static final int SHARED_MEMORY = 1;

    private HandshakeResponse() {}

    /**
     * A refusal.
     *
     * @param errno a positive error number
     */
    static ByteBuf refusal(ByteBufAllocator allocator, int errno) {
        ByteBuf response = create(allocator);
        Native.setInt(response, ERROR, -errno);
        return response;
    }

    /** Where the rings are, and what fits into them. */
    static ByteBuf acceptance(ByteBufAllocator allocator, Rings rings, int largestMessage) {
        ByteBuf response = create(allocator);
        Native.setInt(response, TRANSPORT, SHARED_MEMORY);
        Native.setInt(response, LARGEST_MESSAGE, largestMessage);
        response.setCharSequence(REQUEST_PATH, rings.requestPath(), StandardCharsets.UTF_8);
        response.setCharSequence(RESPONSE_PATH, rings.responsePath(), StandardCharsets.UTF_8);
        response.setCharSequence(EVENT_PATH, rings.eventPath(), StandardCharsets.UTF_8);
        return response;
    }

    private static ByteBuf create(ByteBufAllocator allocator) {
        ByteBuf response = allocator.directBuffer(SIZE).writeZero(SIZE);
        Native.setInt(response, ID, AUTHENTICATE);
        Native.setInt(response, TOTAL_SIZE, SIZE);
        return response;
    }
}
