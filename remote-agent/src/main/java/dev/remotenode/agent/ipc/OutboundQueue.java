package dev.remotenode.agent.ipc;

import dev.remotenode.agent.ipc.ring.OutboundRing;
import dev.remotenode.agent.ipc.ring.RingException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What waits for room in one ring, in order. */
final class OutboundQueue {

    private final OutboundRing ring;
    private final Deque<OutboundMessage> waiting = new ArrayDeque<>();
    private long size;

    OutboundQueue(OutboundRing ring) {
        this.ring = ring;
    }

    void add(OutboundMessage message) {
        waiting.add(message);
        size += message.size();
    }

    /**
     * Sends what there is room for.
     *
     * @return the number of chunks sent
     */
    int flush() throws RingException {
        int sent = 0;
        while (isReady() && ring.offer(waiting.element().next())) {
            sent++;
            OutboundMessage message = waiting.element();
            message.sent();
            if (message.isSent()) {
                waiting.remove();
                size -= message.size();
            }
        }
        return sent;
    }

    /** What is to be sent next. */
    Optional<OutboundMessage> head() {
        return Optional.ofNullable(waiting.peek());
    }

    /** Whether something could be sent if there were room. */
    boolean isReady() {
        return !waiting.isEmpty() && waiting.element().isReady();
    }

    /** What waits, in bytes of memory. */
    long size() {
        return size;
    }

    void clear() {
        waiting.forEach(OutboundMessage::release);
        waiting.clear();
        size = 0;
    }
}
