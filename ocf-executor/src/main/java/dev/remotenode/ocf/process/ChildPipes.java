package dev.remotenode.ocf.process;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.remotenode.ocf.posix.Descriptors;
import java.lang.foreign.MemorySegment;

/** The two pipes of a child before it is born: read without waiting, written as any other. */
record ChildPipes(int outputRead, int outputWrite, int errorRead, int errorWrite) {

    /** The bytes that the ends of two pipes need. */
    static final long MEMORY = 4 * Integer.BYTES;

    /**
     * Opens pipes that no other child inherits, into the scratch memory.
     *
     * @return 0 or the error number negated
     */
    static int open(MemorySegment scratch) {
        int outcome = Descriptors.pipe2(scratch, Descriptors.O_CLOEXEC);
        if (outcome < 0) {
            return outcome;
        }
        outcome = Descriptors.pipe2(scratch.asSlice(2 * Integer.BYTES), Descriptors.O_CLOEXEC);
        if (outcome < 0) {
            Descriptors.close(end(scratch, 0));
            Descriptors.close(end(scratch, 1));
        }
        return outcome;
    }

    /** The pipes that were opened into the scratch memory. */
    static ChildPipes of(MemorySegment scratch) {
        ChildPipes pipes =
                new ChildPipes(end(scratch, 0), end(scratch, 1), end(scratch, 2), end(scratch, 3));
        Descriptors.setStatusFlags(pipes.outputRead, Descriptors.O_NONBLOCK);
        Descriptors.setStatusFlags(pipes.errorRead, Descriptors.O_NONBLOCK);
        return pipes;
    }

    void closeWriteEnds() {
        Descriptors.close(outputWrite);
        Descriptors.close(errorWrite);
    }

    void closeReadEnds() {
        Descriptors.close(outputRead);
        Descriptors.close(errorRead);
    }

    private static int end(MemorySegment scratch, int index) {
        return scratch.getAtIndex(JAVA_INT, index);
    }
}
