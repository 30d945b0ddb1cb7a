package dev.remotenode.ocf.process;

import dev.remotenode.ocf.posix.Descriptors;
import dev.remotenode.ocf.posix.Epoll;
import dev.remotenode.ocf.posix.EpollEvents;
import dev.remotenode.ocf.posix.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Waits for file descriptors, and can be woken. Used by one thread, but for {@link #wakeUp}. */
final class Poller implements AutoCloseable {

    private static final long WAKE_UP = -1;
    private static final int NO_LIMIT = -1;
    private static final int EVENTS_AT_ONCE = 64;
    private static final int EFD_NONBLOCK_CLOEXEC = Descriptors.O_NONBLOCK | Descriptors.O_CLOEXEC;

    private final Arena arena = Arena.ofShared();
    private final EpollEvents events = EpollEvents.allocate(arena, EVENTS_AT_ONCE);
    private final EpollEvents registration = EpollEvents.allocate(arena, 1);
    private final MemorySegment counter = arena.allocate(ValueLayout.JAVA_LONG);
    private final MemorySegment one = arena.allocateFrom(ValueLayout.JAVA_LONG, 1);
    private final AtomicBoolean woken = new AtomicBoolean();
    private final Map<Long, Runnable> handlers = new HashMap<>();
    private long nextToken;
    private final int epoll = opened(Epoll.create(Epoll.EPOLL_CLOEXEC));
    private final int wakeUp = opened(Descriptors.eventfd(0, EFD_NONBLOCK_CLOEXEC));

    Poller() {
        opened(add(wakeUp, WAKE_UP));
    }

    /**
     * Watches a descriptor for input. It has to be closed when it is {@link #forget forgotten}.
     *
     * @return a number that no other registration has or had, or the error number negated
     */
    long register(int descriptor, Runnable whenReady) {
        long token = nextToken++;
        int outcome = add(descriptor, token);
        if (outcome < 0) {
            return outcome;
        }
        handlers.put(token, whenReady);
        return token;
    }

    /** Events that were reported together with the one being handled are ignored, too. */
    void forget(long token) {
        handlers.remove(token);
    }

    /** Waits for something to happen and handles it. */
    void await() {
        handle(NO_LIMIT);
    }

    /** Handles what has happened. */
    void poll() {
        handle(0);
    }

    /** Ends a wait, or the next one if there is none. Callable from any thread. */
    void wakeUp() {
        if (woken.compareAndSet(false, true)) {
            Descriptors.write(wakeUp, one, Long.BYTES);
        }
    }

    @Override
    public void close() {
        Descriptors.close(wakeUp);
        Descriptors.close(epoll);
        arena.close();
    }

    private void handle(int timeoutMillis) {
        int count = Epoll.await(epoll, events, timeoutMillis);
        for (int index = 0; index < count; index++) {
            long token = events.token(index);
            if (token == WAKE_UP) {
                Descriptors.read(wakeUp, counter, Long.BYTES);
                woken.set(false);
            } else {
                Optional.ofNullable(handlers.get(token)).ifPresent(Runnable::run);
            }
        }
    }

    private int add(int descriptor, long token) {
        registration.set(0, Epoll.EPOLLIN, token);
        return Epoll.control(epoll, Epoll.EPOLL_CTL_ADD, descriptor, registration.memory());
    }

    private static int opened(int outcome) {
        if (outcome < 0) {
            throw new UncheckedIOException(new IOException(Texts.ofErrno(-outcome)));
        }
        return outcome;
    }
}
