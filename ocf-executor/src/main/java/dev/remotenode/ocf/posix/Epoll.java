package dev.remotenode.ocf.posix;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * Readiness of file descriptors. Every call returns its result, or the error number negated;
 * callable from any thread.
 */
public final class Epoll {

    public static final int EPOLL_CTL_ADD = 1;
    public static final int EPOLLIN = 1;
    public static final int EPOLL_CLOEXEC = 0x80000;

    private static final MethodHandle CREATE =
            Libc.withErrno("epoll_create1", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    private static final MethodHandle CTL =
            Libc.withErrno(
                    "epoll_ctl",
                    FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS));
    private static final MethodHandle WAIT =
            Libc.withErrno(
                    "epoll_wait",
                    FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT));

    private Epoll() {}

    public static int create(int flags) {
        MemorySegment state = Libc.callState();
        try {
            return Libc.outcome((int) CREATE.invokeExact(state, flags), state);
        } catch (Throwable thrown) {
            throw Libc.impossible(thrown);
        }
    }

    /**
     * Changes what is watched.
     *
     * @param event the first of an {@link EpollEvents}
     */
    public static int control(int epoll, int operation, int descriptor, MemorySegment event) {
        MemorySegment state = Libc.callState();
        try {
            return Libc.outcome(
                    (int) CTL.invokeExact(state, epoll, operation, descriptor, event), state);
        } catch (Throwable thrown) {
            throw Libc.impossible(thrown);
        }
    }

    /**
     * Waits for events.
     *
     * @param timeoutMillis -1 waits without limit
     * @return the number of events
     */
    public static int await(int epoll, EpollEvents events, int timeoutMillis) {
        MemorySegment state = Libc.callState();
        try {
            return Libc.outcome(
                    (int)
                            WAIT.invokeExact(
                                    state,
                                    epoll,
                                    events.memory(),
                                    events.capacity(),
                                    timeoutMillis),
                    state);
        } catch (Throwable thrown) {
            throw Libc.impossible(thrown);
        }
    }
}
