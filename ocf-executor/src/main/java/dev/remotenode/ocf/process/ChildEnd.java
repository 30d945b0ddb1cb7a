package dev.remotenode.ocf.process;

/** How a child process ended, or that there never was one. */
sealed interface ChildEnd {

    record Exited(int code, Output output) implements ChildEnd {}

    /**
     * It was ended by a signal.
     *
     * @param afterKill {@link ChildProcess#kill} was called before
     */
    record Signalled(int signal, boolean afterKill, Output output) implements ChildEnd {}

    /** The process was there, but its program could not be executed. */
    record ExecFailed(int errno) implements ChildEnd {}

    /** The system had no process, no descriptor or no memory to give. */
    record NoProcess(int errno) implements ChildEnd {}
}
