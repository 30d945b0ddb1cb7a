package dev.remotenode.agent.ipc.message;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The header that precedes each chunk's part of a message: what both of its layouts share. */
final class HeaderFields {

    /** Its size in bytes. */
    static final int SIZE = 40;

    /** The version that both layouts have, at different places. */
    static final byte VERSION = 1;

    private static final int ID = 0;
    private static final int CHUNK_SIZE = 8;

    private HeaderFields() {}

    /** Bytes as fields: numbers have the order of the machine, as they do not leave it. */
    static ByteBuffer of(byte[] chunk) {
        return ByteBuffer.wrap(chunk).order(ByteOrder.nativeOrder());
    }

    /** Begins a header, whose layout has more to put in. */
    static ByteBuffer begin(byte[] header, int id, int chunkSize) {
        return of(header).putInt(ID, id).putInt(CHUNK_SIZE, chunkSize);
    }

    static int id(ByteBuffer chunk) {
        return chunk.getInt(ID);
    }

    /** Refuses a chunk that cannot be one. */
    static void check(byte[] chunk) throws MessageException {
        if (chunk.length < SIZE) {
            throw new MessageException("it sent %d bytes for a request".formatted(chunk.length));
        }
        int announced = of(chunk).getInt(CHUNK_SIZE);
        if (announced != chunk.length) {
            throw new MessageException(
                    "its request of %d bytes says it has %d".formatted(chunk.length, announced));
        }
    }
}
