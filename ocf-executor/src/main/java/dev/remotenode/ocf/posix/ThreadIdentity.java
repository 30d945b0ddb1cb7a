package dev.remotenode.ocf.posix;

import java.lang.foreign.MemorySegment;

/**
 * Who the calling thread is. To Linux each thread has an identity of its own; the C library's
 * functions change that of all threads, these here that of one. Every call returns its result, or
 * the error number negated.
 */
public final class ThreadIdentity {

    private static final int SYS_SETGROUPS = Architecture.isArm() ? 159 : 116;
    private static final int SYS_SETRESUID = Architecture.isArm() ? 147 : 117;
    private static final int SYS_SETRESGID = Architecture.isArm() ? 149 : 119;
    private static final int UNCHANGED = -1;
    private static final int PR_GET_DUMPABLE = 3;
    private static final int PR_SET_DUMPABLE = 4;

    private static final MemorySegment SYSCALL = Libc.symbol("syscall");
    private static final MemorySegment GETEUID = Libc.symbol("geteuid");
    private static final MemorySegment PRCTL = Libc.symbol("prctl");

    private ThreadIdentity() {}

    /** The user whose rights the thread has. */
    public static int effectiveUser() {
        return Libc.call(GETEUID);
    }

    /** Changes whose errand the thread is on, not what it may do. */
    public static int setRealUser(int uid) {
        return Libc.call(SYSCALL, SYS_SETRESUID, uid, UNCHANGED, UNCHANGED);
    }

    /** As {@link #setRealUser}, for the group. */
    public static int setRealGroup(int gid) {
        return Libc.call(SYSCALL, SYS_SETRESGID, gid, UNCHANGED, UNCHANGED);
    }

    /** Leaves every supplementary group. */
    public static int leaveGroups() {
        return Libc.call(SYSCALL, SYS_SETGROUPS, 0, 0);
    }

    /** Whether the process, all of it, may leave a core dump: 1, or 0. */
    public static int dumpable() {
        return Libc.call(PRCTL, PR_GET_DUMPABLE);
    }

    /** Sets what {@link #dumpable} tells. */
    public static int setDumpable(int dumpable) {
        return Libc.call(PRCTL, PR_SET_DUMPABLE, dumpable);
    }
}
