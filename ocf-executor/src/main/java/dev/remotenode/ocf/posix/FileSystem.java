package dev.remotenode.ocf.posix;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Files and what the process has to do with them. Paths are UTF-8 whatever the locale, as on the
 * cluster's side. Every call returns its result, or the error number negated.
 */
public final class FileSystem {

    private static final int F_OK = 0;
    private static final MemorySegment ACCESS = Libc.symbol("access");
    private static final MemorySegment CHDIR = Libc.symbol("chdir");
    private static final MemorySegment UMASK = Libc.symbol("umask");

    private FileSystem() {}

    /** 0 if there is a file of any kind. */
    public static int exists(String path) {
        try (Arena arena = Arena.ofConfined()) {
            return Libc.call(ACCESS, arena.allocateFrom(path).address(), F_OK);
        }
    }

    /** Sets the working directory of the process; Java's own view of it does not follow. */
    public static int chdir(String path) {
        try (Arena arena = Arena.ofConfined()) {
            return Libc.call(CHDIR, arena.allocateFrom(path).address());
        }
    }

    /** Sets the file mode creation mask of the process and returns the old one. */
    public static int umask(int mask) {
        return Libc.call(UMASK, mask);
    }
}
