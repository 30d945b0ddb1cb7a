package dev.remotenode.agent.ipc.ring;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.remotenode.ocf.posix.Futex;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;

/**
 * A counting semaphore as glibc has it on 64-bit machines, shared between processes: 32 bits of
 * value, 32 bits of waiters.
 *
 * <p>Operated here without the C library: it would die of SIGBUS, and the JVM with it, once the
 * other process cuts the file short. To be used within {@link SharedMemory#access}.
 */
final class RingSemaphore {

    private static final VarHandle STATE = JAVA_LONG.varHandle();
    private static final long SHARED_OFFSET = 8;

    /** What {@code sem_init} stores for a semaphore between processes. */
    private static final int SHARED = 0x80;

    private final MemorySegment memory;

    RingSemaphore(MemorySegment memory) {
        this.memory = memory;
    }

    /** Sets it up with the value 0, in memory that is all zeros. */
    void initialise() {
        memory.set(JAVA_INT, SHARED_OFFSET, SHARED);
    }

    /** Adds one and wakes one waiter. */
    void post() {
        long before = (long) STATE.getAndAddRelease(memory, 0L, 1L);
        boolean awaited = before >>> Integer.SIZE != 0;
        if (awaited) {
            Futex.wakeOne(memory);
        }
    }

    /** Takes one away if there is one; for the only one who takes. */
    boolean tryAcquire() {
        boolean available = (int) (long) STATE.getAcquire(memory, 0L) != 0;
        if (available) {
            STATE.getAndAddAcquire(memory, 0L, -1L);
        }
        return available;
    }
}
