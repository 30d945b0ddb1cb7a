package dev.remotenode.ocf.posix;

import java.lang.foreign.MemorySegment;

/** The C library's words for numbers. */
public final class Texts {

    private static final MemorySegment STRERROR = Libc.symbol("strerror");
    private static final MemorySegment STRSIGNAL = Libc.symbol("strsignal");

    private Texts() {}

    /** Such as {@code No such file or directory}. */
    public static String ofErrno(int errno) {
        return Libc.text(STRERROR, errno);
    }

    /** Such as {@code Killed}. */
    public static String ofSignal(int signal) {
        return Libc.text(STRSIGNAL, signal);
    }
}
