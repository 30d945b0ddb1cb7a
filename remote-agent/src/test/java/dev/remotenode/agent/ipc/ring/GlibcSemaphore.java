package dev.remotenode.agent.ipc.ring;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.time.Instant;

/** A semaphore as real tools use it: by the functions of the C library. */
@SuppressWarnings("restricted") // calling C is what this is for
final class GlibcSemaphore {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final MethodHandle POST = link("sem_post");
    private static final MethodHandle TRY_WAIT = link("sem_trywait");
    private static final MethodHandle TIMED_WAIT = link("sem_timedwait", ADDRESS);
    private static final VarHandle STATE = JAVA_LONG.varHandle();

    private final MemorySegment memory;

    GlibcSemaphore(MemorySegment memory) {
        this.memory = memory;
    }

    void post() {
        call(POST, memory);
    }

    boolean tryWait() {
        return call(TRY_WAIT, memory) == 0;
    }

    /** Sleeps until somebody posts: only a wake-up by the other side ends that early. */
    void await() {
        Instant deadline = Instant.now().plus(PATIENCE);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment time = arena.allocate(JAVA_LONG, 2);
            time.set(JAVA_LONG, 0, deadline.getEpochSecond());
            time.set(JAVA_LONG, 8, deadline.getNano());
            while (call(TIMED_WAIT, memory, time) != 0) {
                if (Instant.now().isAfter(deadline)) {
                    throw new IllegalStateException("nobody posts");
                }
            }
        }
    }

    int value() {
        return (int) (long) STATE.getAcquire(memory, 0L);
    }

    boolean hasWaiter() {
        return (long) STATE.getAcquire(memory, 0L) >>> Integer.SIZE != 0;
    }

    private static int call(MethodHandle function, Object... arguments) {
        try {
            return (int) function.invokeWithArguments(arguments);
        } catch (Throwable thrown) {
            throw new IllegalStateException(thrown);
        }
    }

    private static MethodHandle link(String name, java.lang.foreign.MemoryLayout... more) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow(name),
                FunctionDescriptor.of(JAVA_INT, ADDRESS).appendArgumentLayouts(more));
    }
}
