package dev.remotenode.ocf.posix;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * An array of {@code struct epoll_event}: a mask and a token of the caller's choice.
 *
 * @param memory where the events are
 * @param capacity how many there is room for
 */
public record EpollEvents(MemorySegment memory, int capacity) {

    /** Packed on x86-64, and only there, so that 32-bit programs share the layout. */
    private static final boolean PACKED = System.getProperty("os.arch", "").equals("amd64");

    private static final long DATA_OFFSET = PACKED ? 4 : 8;
    private static final long SIZE = DATA_OFFSET + 8;

    public static EpollEvents allocate(Arena arena, int capacity) {
        return new EpollEvents(arena.allocate(SIZE * capacity, 8), capacity);
    }

    public void set(int index, int mask, long token) {
        memory.set(JAVA_INT_UNALIGNED, index * SIZE, mask);
        memory.set(JAVA_LONG_UNALIGNED, index * SIZE + DATA_OFFSET, token);
    }

    public long token(int index) {
        return memory.get(JAVA_LONG_UNALIGNED, index * SIZE + DATA_OFFSET);
    }
}
