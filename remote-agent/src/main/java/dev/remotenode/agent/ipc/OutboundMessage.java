package dev.remotenode.agent.ipc;

import dev.remotenode.agent.ipc.ring.Chunk;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A message that waits, with those of its chunks that have not been sent. */
final class OutboundMessage {

    /** What a message takes in memory besides its text, roughly. */
    private static final int OVERHEAD = 256;

    private final int textSize;
    private final Deque<Chunk> chunks = new ArrayDeque<>();
    private boolean ready;

    OutboundMessage(int textSize) {
        this.textSize = textSize;
    }

    /** Says what is to be sent: once, before anything is. */
    void prepare(List<Chunk> all) {
        chunks.addAll(all);
        ready = true;
    }

    boolean isReady() {
        return ready;
    }

    boolean isSent() {
        return ready && chunks.isEmpty();
    }

    Chunk next() {
        return chunks.element();
    }

    void sent() {
        chunks.remove();
    }

    /** What it takes in memory, in bytes. */
    long size() {
        return (long) textSize + OVERHEAD;
    }
}
