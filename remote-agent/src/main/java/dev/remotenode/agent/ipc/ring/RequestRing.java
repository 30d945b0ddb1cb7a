package dev.remotenode.agent.ipc.ring;

/** The ring that the tool writes to. Used by one thread. */
public final class RequestRing {

    private final RingMemory memory;
    private final int largest;

    /** Where the next chunk is; the index in memory is for the tool and never read back. */
    private int next;

    RequestRing(RingMemory memory, int largest) {
        this.memory = memory;
        this.largest = largest;
    }

    /**
     * Takes the oldest chunk out, which the tool has announced.
     *
     * @throws RingException if there is none, or it cannot be one
     */
    public byte[] take() throws RingException {
        return SharedMemory.access(() -> {
            if (!memory.semaphore().tryAcquire()) {
                throw new RingException("it announced a request and did not send it");
            }
            // The state counts, not the write index: libqb moves that one too early.
            int state = memory.advance(next, 1);
            if (memory.word(state) != ChunkHeader.STATE_VALID) {
                throw new RingException("its request is not complete");
            }
            int length = memory.word(next);
            if (length < 0 || length > largest) {
                throw new RingException("its request has %d bytes".formatted(length));
            }
            byte[] chunk = memory.read(memory.advance(next, ChunkHeader.WORDS), length);
            memory.setWord(next, 0);
            memory.setWord(state, ChunkHeader.STATE_CONSUMED);
            next = memory.advance(next, ChunkHeader.distance(length));
            memory.setReadIndex(next);
            return chunk;
        });
    }

    void abandon() throws RingException {
        SharedMemory.access(() -> {
            memory.abandon();
            return true;
        });
    }
}
