package dev.remotenode.ocf.posix;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** The clock of this machine. */
public final class Clock {
    private static final MemorySegment ADJTIMEX = Libc.symbol("adjtimex");

    /** More than a C library's {@code struct timex} has; modes are its first field, 0 to look. */
    private static final long STRUCT_SIZE = 512;

    /** What {@code adjtimex} returns while nobody keeps the clock in step. */
    private static final int TIME_ERROR = 5;

    private Clock() {}

    /** Whether a program keeps the clock in step with others; true if the kernel does not tell. */
    public static boolean isSynchronized() {
        try (Arena arena = Arena.ofConfined()) {
            return Libc.call(ADJTIMEX, arena.allocate(STRUCT_SIZE, Long.BYTES).address())
                    != TIME_ERROR;
        }
    }
}
