package dev.remotenode.ocf.posix;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** The C library's words for numbers. */
public final class Texts {

    private static final long LONGEST = 256;
    private static final FunctionDescriptor TEXT_OF_NUMBER =
            FunctionDescriptor.of(ADDRESS, JAVA_INT);
    private static final MethodHandle STRERROR = Libc.plain("strerror", TEXT_OF_NUMBER);
    private static final MethodHandle STRSIGNAL = Libc.plain("strsignal", TEXT_OF_NUMBER);

    private Texts() {}

    /** Such as {@code No such file or directory}. */
    public static String ofErrno(int errno) {
        return text(STRERROR, errno);
    }

    /** Such as {@code Killed}. */
    public static String ofSignal(int signal) {
        return text(STRSIGNAL, signal);
    }

    @SuppressWarnings("restricted") // C returns a pointer without a length
    private static String text(MethodHandle function, int number) {
        try {
            MemorySegment text = (MemorySegment) function.invokeExact(number);
            return text.reinterpret(LONGEST).getString(0);
        } catch (Throwable thrown) {
            throw Libc.impossible(thrown);
        }
    }
}
