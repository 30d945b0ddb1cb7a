package dev.remotenode.ocf.posix;

import java.lang.foreign.MemorySegment;

/** Waking those who wait for a word of memory to change. Callable from any thread. */
public final class Futex {

    private static final int SYS_FUTEX = Architecture.isArm() ? 98 : 202;
    private static final int FUTEX_WAKE = 1;
    private static final MemorySegment SYSCALL = Libc.symbol("syscall");

    private Futex() {}

    /**
     * Wakes one waiter, of whatever process that shares the memory.
     *
     * @return how many were woken, or the error number negated: memory that is gone does no harm
     */
    public static int wakeOne(MemorySegment word) {
        return Libc.call(SYSCALL, SYS_FUTEX, word.address(), FUTEX_WAKE, 1);
    }
}
