package dev.remotenode.ocf.posix;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Files as memory, shared with other processes. */
public final class Mapping {

    private static final int PROT_READ_WRITE = 3;
    private static final int MAP_SHARED = 1;
    private static final MemorySegment MMAP = Libc.symbol("mmap");
    private static final MemorySegment MUNMAP = Libc.symbol("munmap");
    private static final MemorySegment GETPAGESIZE = Libc.symbol("getpagesize");

    private Mapping() {}

    /** The granularity of mappings, in bytes. */
    public static int pageSize() {
        return Libc.call(GETPAGESIZE);
    }

    /**
     * Maps the beginning of a file for reading and writing, until the arena is closed. The file may
     * be closed before.
     *
     * <p>An access to what another process has cut off the file meanwhile ends in an {@link
     * InternalError}: in code that has been compiled, only some way behind that access.
     */
    @SuppressWarnings("restricted") // the kernel gives an address, not a segment
    public static MemorySegment map(int file, long size, Arena arena) throws ErrnoException {
        long address = Libc.pointer(MMAP, 0, size, PROT_READ_WRITE, MAP_SHARED, file, 0);
        if (address < 0) {
            ErrnoException.check((int) address, "map a file into memory");
        }
        return MemorySegment.ofAddress(address).reinterpret(size, arena, Mapping::unmap);
    }

    private static void unmap(MemorySegment memory) {
        Libc.call(MUNMAP, memory.address(), memory.byteSize());
    }
}
