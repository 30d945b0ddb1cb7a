package dev.remotenode.ocf.process;

import dev.remotenode.ocf.posix.Processes;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Memory that every child uses for a moment, on the thread they share.
 *
 * @param input where output of children is read to
 * @param signalInfo how a child ended
 * @param pipeEnds the descriptors of two new pipes
 */
record Scratch(MemorySegment input, MemorySegment signalInfo, MemorySegment pipeEnds) {

    private static final long INPUT_SIZE = 64 * 1024;

    static Scratch allocate(Arena arena) {
        return new Scratch(
                arena.allocate(INPUT_SIZE),
                arena.allocate(Processes.SIGNAL_INFO_SIZE, Long.BYTES),
                arena.allocate(ChildPipes.MEMORY, Integer.BYTES));
    }
}
