package dev.remotenode.ocf.posix;

import java.lang.foreign.MemorySegment;

/**
 * File descriptors. Every call returns its result, or the error number negated; callable from any
 * thread.
 */
public final class Descriptors {

    public static final int O_NONBLOCK = 0x800;
    public static final int O_CLOEXEC = 0x80000;
    private static final int F_SETFL = 4;

    private static final MemorySegment PIPE2 = Libc.symbol("pipe2");
    private static final MemorySegment READ = Libc.symbol("read");
    private static final MemorySegment WRITE = Libc.symbol("write");
    private static final MemorySegment CLOSE = Libc.symbol("close");
    private static final MemorySegment EVENTFD = Libc.symbol("eventfd");
    private static final MemorySegment FCNTL = Libc.symbol("fcntl");

    private Descriptors() {}

    /**
     * Makes a pipe.
     *
     * @param ends two ints: the end to read from, the end to write to
     */
    public static int pipe2(MemorySegment ends, int flags) {
        return Libc.call(PIPE2, ends.address(), flags);
    }

    public static int read(int descriptor, MemorySegment buffer, int limit) {
        return Libc.call(READ, descriptor, buffer.address(), limit);
    }

    public static int write(int descriptor, MemorySegment buffer, int length) {
        return Libc.call(WRITE, descriptor, buffer.address(), length);
    }

    public static int close(int descriptor) {
        return Libc.call(CLOSE, descriptor);
    }

    public static int eventfd(int initial, int flags) {
        return Libc.call(EVENTFD, initial, flags);
    }

    /** Replaces the status flags of the open file, such as {@link #O_NONBLOCK}. */
    public static int setStatusFlags(int descriptor, int flags) {
        return Libc.call(FCNTL, descriptor, F_SETFL, flags);
    }
}
