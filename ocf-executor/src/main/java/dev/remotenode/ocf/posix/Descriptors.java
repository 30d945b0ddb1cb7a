package dev.remotenode.ocf.posix;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * File descriptors. Every call returns its result, or the error number negated; callable from any
 * thread.
 */
public final class Descriptors {

    public static final int O_NONBLOCK = 0x800;
    public static final int O_CLOEXEC = 0x80000;
    private static final int F_SETFL = 4;

    private static final FunctionDescriptor TRANSFER =
            FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);
    private static final MethodHandle PIPE2 =
            Libc.withErrno("pipe2", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
    private static final MethodHandle READ = Libc.withErrno("read", TRANSFER);
    private static final MethodHandle WRITE = Libc.withErrno("write", TRANSFER);
    private static final MethodHandle CLOSE =
            Libc.withErrno("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    private static final MethodHandle EVENTFD =
            Libc.withErrno("eventfd", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
    private static final MethodHandle FCNTL =
            Libc.withErrno(
                    "fcntl",
                    FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT),
                    Linker.Option.firstVariadicArg(2));

    private Descriptors() {}

    /**
     * Makes a pipe.
     *
     * @param ends two ints: the end to read from, the end to write to
     */
    public static int pipe2(MemorySegment ends, int flags) {
        MemorySegment state = Libc.callState();
        try {
            return Libc.outcome((int) PIPE2.invokeExact(state, ends, flags), state);
        } catch (Throwable thrown) {
            throw Libc.impossible(thrown);
        }
    }

    public static int read(int descriptor, MemorySegment buffer, long limit) {
        MemorySegment state = Libc.callState();
        try {
            long count = (long) READ.invokeExact(state, descriptor, buffer, limit);
            return Libc.outcome((int) count, state);
        } catch (Throwable thrown) {
            throw Libc.impossible(thrown);
        }
    }

    public static int write(int descriptor, MemorySegment buffer, long length) {
        MemorySegment state = Libc.callState();
        try {
            long count = (long) WRITE.invokeExact(state, descriptor, buffer, length);
            return Libc.outcome((int) count, state);
        } catch (Throwable thrown) {
            throw Libc.impossible(thrown);
        }
    }

    public static int close(int descriptor) {
        MemorySegment state = Libc.callState();
        try {
            return Libc.outcome((int) CLOSE.invokeExact(state, descriptor), state);
        } catch (Throwable thrown) {
            throw Libc.impossible(thrown);
        }
    }

    public static int eventfd(int initial, int flags) {
        MemorySegment state = Libc.callState();
        try {
            return Libc.outcome((int) EVENTFD.invokeExact(state, initial, flags), state);
        } catch (Throwable thrown) {
            throw Libc.impossible(thrown);
        }
    }

    /** Replaces the status flags of the open file, such as {@link #O_NONBLOCK}. */
    public static int setStatusFlags(int descriptor, int flags) {
        MemorySegment state = Libc.callState();
        try {
            return Libc.outcome((int) FCNTL.invokeExact(state, descriptor, F_SETFL, flags), state);
        } catch (Throwable thrown) {
            throw Libc.impossible(thrown);
        }
    }
}
