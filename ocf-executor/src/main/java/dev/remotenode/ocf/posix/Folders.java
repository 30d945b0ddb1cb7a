package dev.remotenode.ocf.posix;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Folders, and files by their names in an open folder, which is the same one whatever becomes of
 * its path meanwhile. Symbolic links are not followed. Every call returns its result, or the error
 * number negated; callable from any thread.
 */
public final class Folders {

    private static final int O_RDWR = 2;
    private static final int O_CREAT = 0x40;
    private static final int O_EXCL = 0x80;
    private static final int O_DIRECTORY = Architecture.isArm() ? 0x4000 : 0x10000;
    private static final int O_NOFOLLOW = Architecture.isArm() ? 0x8000 : 0x20000;

    private static final MemorySegment MKDIR = Libc.symbol("mkdir");
    private static final MemorySegment RMDIR = Libc.symbol("rmdir");
    private static final MemorySegment OPEN = Libc.symbol("open");
    private static final MemorySegment OPENAT = Libc.symbol("openat");
    private static final MemorySegment UNLINKAT = Libc.symbol("unlinkat");

    private Folders() {}

    /** Makes a folder; the file creation mask applies to its mode. */
    public static int make(String path, int mode) {
        try (Arena arena = Arena.ofConfined()) {
            return Libc.call(MKDIR, arena.allocateFrom(path).address(), mode);
        }
    }

    /** Removes an empty folder. */
    public static int remove(String path) {
        try (Arena arena = Arena.ofConfined()) {
            return Libc.call(RMDIR, arena.allocateFrom(path).address());
        }
    }

    /** Opens a folder. */
    public static int open(String path) {
        int flags = O_DIRECTORY | O_NOFOLLOW | Descriptors.O_CLOEXEC;
        try (Arena arena = Arena.ofConfined()) {
            return Libc.call(OPEN, arena.allocateFrom(path).address(), flags);
        }
    }

    /** Makes a file that was not there, for reading and writing. */
    public static int create(int folder, String name, int mode) {
        int flags = O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | Descriptors.O_CLOEXEC;
        try (Arena arena = Arena.ofConfined()) {
            return Libc.call(OPENAT, folder, arena.allocateFrom(name).address(), flags, mode);
        }
    }

    /** Removes a file's name. */
    public static int unlink(int folder, String name) {
        try (Arena arena = Arena.ofConfined()) {
            return Libc.call(UNLINKAT, folder, arena.allocateFrom(name).address(), 0);
        }
    }
}
