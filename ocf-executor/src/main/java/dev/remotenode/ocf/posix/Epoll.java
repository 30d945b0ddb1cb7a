package dev.remotenode.ocf.posix;

import java.lang.foreign.MemorySegment;

/**
 * Readiness of file descriptors. Every call returns its result, or the error number negated;
 * callable from any thread.
 */
public final class Epoll {

    public static final int EPOLL_CTL_ADD = 1;
    public static final int EPOLLIN = 1;
    public static final int EPOLL_CLOEXEC = 0x80000;

    private static final MemorySegment CREATE = Libc.symbol("epoll_create1");
    private static final MemorySegment CONTROL = Libc.symbol("epoll_ctl");
    private static final MemorySegment WAIT = Libc.symbol("epoll_wait");

    private Epoll() {}

    public static int create(int flags) {
        return Libc.call(CREATE, flags);
    }

    /**
     * Changes what is watched.
     *
     * @param event the first of an {@link EpollEvents}
     */
    public static int control(int epoll, int operation, int descriptor, MemorySegment event) {
        return Libc.call(CONTROL, epoll, operation, descriptor, event.address());
    }

    /**
     * Waits for events.
     *
     * @param timeoutMillis -1 waits without limit
     * @return the number of events
     */
    public static int await(int epoll, EpollEvents events, int timeoutMillis) {
        return Libc.call(WAIT, epoll, events.memory().address(), events.capacity(), timeoutMillis);
    }
}
