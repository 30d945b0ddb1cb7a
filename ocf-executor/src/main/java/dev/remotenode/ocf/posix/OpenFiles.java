package dev.remotenode.ocf.posix;

import java.lang.foreign.MemorySegment;

/**
 * What can be done to an open file or folder. Every call returns its result, or the error number
 * negated; callable from any thread.
 */
public final class OpenFiles {

    private static final int LOCK_EX = 2;
    private static final int LOCK_NB = 4;
    private static final MemorySegment FALLOCATE = Libc.symbol("posix_fallocate");
    private static final MemorySegment FCHOWN = Libc.symbol("fchown");
    private static final MemorySegment FCHMOD = Libc.symbol("fchmod");
    private static final MemorySegment FLOCK = Libc.symbol("flock");

    private OpenFiles() {}

    /** Makes a file this long, with room for all of it taken. */
    public static int allocate(int file, long size) {
        // Unlike others, this function returns its error.
        return -Libc.call(FALLOCATE, file, 0, size);
    }

    /**
     * Gives it to a user and a group.
     *
     * @param uid -1 leaves the user, as does -1 for the group
     */
    public static int changeOwner(int file, int uid, int gid) {
        return Libc.call(FCHOWN, file, uid, gid);
    }

    public static int changeMode(int file, int mode) {
        return Libc.call(FCHMOD, file, mode);
    }

    /** Locks it against others who ask, until it is closed or the process has ended. */
    public static int lock(int file) {
        return Libc.call(FLOCK, file, LOCK_EX | LOCK_NB);
    }
}
