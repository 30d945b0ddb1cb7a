package dev.remotenode.agent.ipc;

import dev.remotenode.agent.ipc.message.Dialect;
import dev.remotenode.agent.ipc.message.MessageException;
import dev.remotenode.agent.ipc.message.MessageLimits;
import dev.remotenode.agent.ipc.message.Received;
import dev.remotenode.agent.ipc.ring.RingException;
import dev.remotenode.agent.ipc.ring.Rings;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Takes the requests of one tool out of its ring, one at a time and only when it may: what is not
 * taken fills the ring, and the tool has to wait.
 */
final class RequestIntake {

    private final Rings rings;
    private final MessageLimits limits;
    private final Compression compression;
    private final Consumer<Received.Whole> whenComplete;
    private final Runnable whenReady;
    private final Consumer<Throwable> whenBroken;
    private Optional<Dialect> dialect = Optional.empty();
    private int announced;
    private boolean wanted = true;

    /** The size of a request that is being unpacked; 0 if none is. */
    private int unpacking;

    private boolean taking;
    private boolean closed;

    /**
     * Takes nothing yet.
     *
     * @param whenComplete gets each request
     * @param whenReady runs when {@link #isReady()} may have changed because a request is unpacked
     * @param whenBroken gets what ends the conversation
     */
    RequestIntake(
            Rings rings,
            MessageLimits limits,
            Compression compression,
            Consumer<Received.Whole> whenComplete,
            Runnable whenReady,
            Consumer<Throwable> whenBroken) {
        this.rings = rings;
        this.limits = limits;
        this.compression = compression;
        this.whenComplete = whenComplete;
        this.whenReady = whenReady;
        this.whenBroken = whenBroken;
    }

    /** How the tool speaks, once it has. */
    Optional<Dialect> dialect() {
        return dialect;
    }

    /** The tool says that it has put chunks into its ring. */
    void announced(int chunks) {
        announced += chunks;
        takeAvailable();
    }

    /** Stops or goes on. */
    void want(boolean requests) {
        wanted = requests;
        takeAvailable();
    }

    /** Whether it would be of use to hear of more chunks. */
    boolean isReady() {
        return wanted && unpacking == 0;
    }

    /** What is kept of a request that the service has not seen yet, in bytes. */
    int unfinished() {
        return unpacking + dialect.map(Dialect::unfinished).orElse(0);
    }

    void close() {
        closed = true;
    }

    /** Whoever gets a request may stop and go on within: that must not turn the order round. */
    private void takeAvailable() {
        if (taking) {
            return;
        }
        taking = true;
        try {
            while (announced > 0 && isReady() && !closed) {
                announced--;
                take(rings.requests().take());
            }
        } catch (RingException | MessageException e) {
            whenBroken.accept(e);
        } finally {
            taking = false;
        }
    }

    private void take(byte[] chunk) throws MessageException {
        Dialect spoken;
        if (dialect.isPresent()) {
            spoken = dialect.get();
        } else {
            // It has opened all its rings before it could send this.
            rings.hide();
            spoken = Dialect.of(chunk, limits);
            dialect = Optional.of(spoken);
        }
        switch (spoken.read(chunk)) {
            case Received.Unfinished _ -> {}
            case Received.Whole request -> whenComplete.accept(request);
            case Received.Packed packed -> unpack(packed);
        }
    }

    private void unpack(Received.Packed packed) {
        unpacking = packed.chunk().length;
        compression.run(packed::unpack, this::unpacked, whenBroken);
    }

    private void unpacked(Received.Whole request) {
        if (!closed) {
            unpacking = 0;
            whenComplete.accept(request);
            takeAvailable();
            whenReady.run();
        }
    }
}
