package dev.remotenode.ocf.process;

import dev.remotenode.ocf.posix.Descriptors;
import dev.remotenode.ocf.posix.Errno;
import java.lang.foreign.MemorySegment;

/** The reading end of a pipe that a child writes to. */
final class OutputPipe {

    /** A pipe holds at most 1 MiB, unless root says otherwise: enough reads to empty it. */
    private static final int READS_TO_EMPTY = 32;

    private final int descriptor;
    private final OutputBuffer buffer = new OutputBuffer();
    private boolean open = true;

    OutputPipe(int descriptor) {
        this.descriptor = descriptor;
    }

    int descriptor() {
        return descriptor;
    }

    /** Reads once. */
    void read(MemorySegment scratch) {
        readMore(scratch);
    }

    /**
     * Reads what is left after the end of the child, without waiting for a descendant that still
     * holds the pipe, nor for one that fills it faster than it is read.
     */
    void readRest(MemorySegment scratch) {
        int reads = 0;
        while (readMore(scratch) && reads < READS_TO_EMPTY) {
            reads++;
        }
    }

    void close() {
        if (open) {
            open = false;
            Descriptors.close(descriptor);
        }
    }

    String text() {
        return buffer.text();
    }

    private boolean readMore(MemorySegment scratch) {
        if (!open) {
            return false;
        }
        int count = Descriptors.read(descriptor, scratch, (int) scratch.byteSize());
        if (count > 0) {
            buffer.append(scratch, count);
            return true;
        }
        boolean notNow = count == -Errno.EAGAIN || count == -Errno.EINTR;
        if (!notNow) {
            close();
        }
        return false;
    }
}
