package dev.remotenode.agent.ipc;

import dev.remotenode.agent.ipc.message.Encoded;
import dev.remotenode.agent.ipc.ring.Chunk;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** A message that waits, with those of its chunks that have not been sent. */
final class OutboundMessage {

    /** What a message takes in memory besides its text, roughly. */
    private static final int OVERHEAD = 256;

    private final int textSize;
    private final Deque<Chunk> chunks = new ArrayDeque<>();
    private Optional<Encoded.Oversize> unpacked = Optional.empty();
    private boolean ready;

    OutboundMessage(Encoded content, int textSize) {
        this.textSize = textSize;
        switch (content) {
            case Encoded.Ready all -> prepare(all);
            case Encoded.Oversize large -> unpacked = Optional.of(large);
        }
    }

    /** Says what is to be sent: once, before anything is. */
    void prepare(Encoded.Ready all) {
        chunks.addAll(all.chunks());
        ready = true;
    }

    /**
     * What has to be compressed before anything can be sent; whoever asks first has to do it, and
     * to release it.
     */
    Optional<Encoded.Oversize> takeUnpacked() {
        Optional<Encoded.Oversize> taken = unpacked;
        unpacked = Optional.empty();
        return taken;
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
        chunks.remove().release();
    }

    /** Gives back the memory of what has not been sent, and will not be. */
    void release() {
        unpacked.ifPresent(Encoded::release);
        unpacked = Optional.empty();
        chunks.forEach(Chunk::release);
        chunks.clear();
    }

    /** What it takes in memory, in bytes. */
    long size() {
        return (long) textSize + OVERHEAD;
    }
}
