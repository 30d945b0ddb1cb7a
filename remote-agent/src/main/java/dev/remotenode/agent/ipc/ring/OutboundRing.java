package dev.remotenode.agent.ipc.ring;

import java.nio.ByteBuffer;

/** A ring that the tool reads from. Used by one thread. */
public final class OutboundRing {

    /** What must stay free behind a chunk, so that a full ring does not look like an empty one. */
    private static final int MARGIN = 12;

    private static final byte[] ZERO = {0};

    private final RingMemory memory;

    /** Where the next chunk goes; the index in memory is for the tool and never read back. */
    private int next;

    OutboundRing(RingMemory memory) {
        this.memory = memory;
    }

    /**
     * Puts a chunk in, if there is room for it. The tool says nothing when it has made room.
     *
     * @return false if there is no room
     */
    public boolean offer(Chunk chunk) throws RingException {
        return SharedMemory.access(() -> {
            boolean fits = free() >= chunk.size() + MARGIN;
            if (fits) {
                put(chunk);
            }
            return fits;
        });
    }

    /** Wakes a tool that waits, for nothing: it finds no chunk and takes this for a failure. */
    void wakeReader() throws RingException {
        SharedMemory.access(() -> {
            memory.semaphore().post();
            return true;
        });
    }

    void abandon() throws RingException {
        SharedMemory.access(() -> {
            memory.abandon();
            return true;
        });
    }

    private void put(Chunk chunk) {
        int state = memory.advance(next, 1);
        memory.setWord(next, 0);
        memory.setWord(state, ChunkHeader.STATE_BEING_WRITTEN);
        long position = ((long) next + ChunkHeader.WORDS) * Integer.BYTES;
        long end = write(position, ByteBuffer.wrap(chunk.header()));
        for (ByteBuffer piece : chunk.body().nioBuffers()) {
            end = write(end, piece);
        }
        if (chunk.terminated()) {
            memory.write(end, ByteBuffer.wrap(ZERO));
        }
        memory.setWord(next, chunk.size());
        next = memory.advance(next, ChunkHeader.distance(chunk.size()));
        memory.setWriteIndex(next);
        memory.setWord(state, ChunkHeader.STATE_VALID);
        memory.semaphore().post();
    }

    /** Where the next byte goes. */
    private long write(long position, ByteBuffer bytes) {
        memory.write(position, bytes);
        return position + bytes.remaining();
    }

    private int free() throws RingException {
        int read = memory.readIndex();
        if (read < 0 || read >= memory.words()) {
            throw new RingException("it reads at %d of a ring".formatted(read));
        }
        int words = memory.words();
        int used = Math.floorMod(next - read, words);
        return (used == 0 ? words : words - used - 1) * Integer.BYTES;
    }
}
