package dev.remotenode.agent.ipc.ring;

/**
 * Access to memory whose files another process may cut short at any moment.
 *
 * <p>The kernel answers an access to what is gone with SIGBUS. The JVM turns that into an {@link
 * InternalError}, but in compiled code it throws it only at the next safepoint, which may well be
 * in a caller and far from the connection at fault. So there is a safepoint at the end of each
 * access here: the call of a native method that the compiler does not replace.
 */
final class SharedMemory {

    private SharedMemory() {}

    /** What is done to shared memory. */
    @FunctionalInterface
    interface Access<T> {
        T run() throws RingException;
    }

    /**
     * Runs an access; what it returns is meaningless, and not returned, if the memory was gone.
     *
     * @throws RingException also if the memory was gone
     */
    static <T> T access(Access<T> access) throws RingException {
        try {
            T result = access.run();
            Thread.holdsLock(access);
            return result;
        } catch (InternalError gone) {
            throw new RingException("its shared memory was cut short", gone);
        }
    }
}
