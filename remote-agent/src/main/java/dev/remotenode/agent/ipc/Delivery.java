package dev.remotenode.agent.ipc;

import dev.remotenode.agent.ipc.message.Encoded;
import dev.remotenode.agent.ipc.ring.RingException;
import dev.remotenode.agent.ipc.ring.Rings;
import io.netty.channel.Channel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Sends a tool what there is for it, as fast as it takes it.
 *
 * <p>A tool gives no sign when it has made room in a ring, so this looks again: soon at first, as a
 * tool that reads a large message part by part makes room every few microseconds, and more and more
 * seldom while nothing moves.
 */
final class Delivery {

    private static final Duration SHORTEST_PAUSE = Duration.ofNanos(50_000);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);

    private final Channel stream;
    private final OutboundQueue responses;
    private final OutboundQueue events;
    private final Compression compression;
    private final Consumer<Throwable> whenBroken;
    private Duration pause = SHORTEST_PAUSE;
    private Optional<Future<?>> nextLook = Optional.empty();
    private boolean closed;

    Delivery(Channel stream, Rings rings, Compression compression, Consumer<Throwable> whenBroken) {
        this.stream = stream;
        this.responses = new OutboundQueue(rings.responses());
        this.events = new OutboundQueue(rings.events());
        this.compression = compression;
        this.whenBroken = whenBroken;
    }

    void addResponse(OutboundMessage message) {
        responses.add(message);
    }

    void addEvent(OutboundMessage message) {
        events.add(message);
    }

    /** Sends what there is room for, now and later. */
    void flush() {
        flush(pause);
    }

    private void look() {
        nextLook = Optional.empty();
        flush(longer(pause));
    }

    private void flush(Duration pauseIfStuck) {
        try {
            if (flushRings()) {
                cancelLook();
                pause = SHORTEST_PAUSE;
            } else {
                pause = pauseIfStuck;
            }
            pack(responses);
            pack(events);
            if (nextLook.isEmpty() && (responses.isReady() || events.isReady())) {
                nextLook =
                        Optional.of(
                                stream.eventLoop()
                                        .schedule(
                                                this::look, pause.toNanos(), TimeUnit.NANOSECONDS));
            }
        } catch (RingException e) {
            whenBroken.accept(e);
        }
    }

    /** One message at a time: a tool that does not read shall not cost the work on all of them. */
    private void pack(OutboundQueue queue) {
        queue.head()
                .ifPresent(message ->
                        message.takeUnpacked()
                                .ifPresent(large ->
                                        compression.run(
                                                large::pack,
                                                packed -> packed(message, packed),
                                                whenBroken)));
    }

    private void packed(OutboundMessage message, Encoded.Ready content) {
        if (closed) {
            content.release();
        } else {
            message.prepare(content);
            flush();
        }
    }

    private void cancelLook() {
        nextLook.ifPresent(look -> look.cancel(false));
        nextLook = Optional.empty();
    }

    /** Both rings, independently: a tool that waits for a response reads no events. */
    private boolean flushRings() throws RingException {
        return responses.flush() + flushEvents() > 0;
    }

    private int flushEvents() throws RingException {
        // Not while the tool leaves the bytes unread that announce the events before.
        int sent = stream.isWritable() ? events.flush() : 0;
        if (sent > 0) {
            stream.writeAndFlush(stream.alloc().buffer(sent).writeZero(sent), stream.voidPromise());
        }
        return sent;
    }

    /** What waits, in bytes of memory. */
    long backlog() {
        return responses.size() + events.size();
    }

    /** Drops what waits. */
    void close() {
        closed = true;
        cancelLook();
        responses.clear();
        events.clear();
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }
}
