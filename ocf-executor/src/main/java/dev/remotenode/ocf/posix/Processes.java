package dev.remotenode.ocf.posix;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * Signalling and reaping processes. Every call returns its result, or the error number negated;
 * callable from any thread.
 */
public final class Processes {

    public static final int SIGKILL = 9;
    public static final int SIGPIPE = 13;

    /** The size of {@code siginfo_t}. */
    public static final long SIGNAL_INFO_SIZE = 128;

    /** Set for a process that exited; any other code means a signal. */
    public static final int CLD_EXITED = 1;

    private static final long SIGNAL_INFO_CODE = 8;
    private static final long SIGNAL_INFO_STATUS = 24;
    private static final int P_PID = 1;
    private static final int P_PIDFD = 3;
    private static final int WEXITED = 4;

    /** The same on every architecture; glibc has a function for it since 2.36 only. */
    private static final long SYS_PIDFD_OPEN = 434;

    private static final MethodHandle KILL =
            Libc.withErrno("kill", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
    private static final MethodHandle WAITID =
            Libc.withErrno(
                    "waitid",
                    FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));
    private static final MethodHandle SYSCALL =
            Libc.withErrno(
                    "syscall",
                    FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_INT),
                    Linker.Option.firstVariadicArg(1));

    private Processes() {}

    /**
     * Sends a signal.
     *
     * @param pid negative for the process group of that number
     */
    public static int kill(int pid, int signal) {
        MemorySegment state = Libc.callState();
        try {
            return Libc.outcome((int) KILL.invokeExact(state, pid, signal), state);
        } catch (Throwable thrown) {
            throw Libc.impossible(thrown);
        }
    }

    /** A descriptor that is readable once the process has ended; close-on-exec by itself. */
    public static int pidfdOpen(int pid) {
        MemorySegment state = Libc.callState();
        try {
            long descriptor = (long) SYSCALL.invokeExact(state, SYS_PIDFD_OPEN, pid, 0);
            return Libc.outcome((int) descriptor, state);
        } catch (Throwable thrown) {
            throw Libc.impossible(thrown);
        }
    }

    /**
     * Reaps a child, waiting for its end if need be.
     *
     * @param signalInfo receives how it ended: {@link #code} and {@link #status}
     */
    public static int waitForPidfd(int pidfd, MemorySegment signalInfo) {
        return waitFor(P_PIDFD, pidfd, signalInfo);
    }

    /** As {@link #waitForPidfd}, for a child without a descriptor. */
    public static int waitForPid(int pid, MemorySegment signalInfo) {
        return waitFor(P_PID, pid, signalInfo);
    }

    public static int code(MemorySegment signalInfo) {
        return signalInfo.get(JAVA_INT, SIGNAL_INFO_CODE);
    }

    /** The exit code or the signal, depending on the {@link #code}. */
    public static int status(MemorySegment signalInfo) {
        return signalInfo.get(JAVA_INT, SIGNAL_INFO_STATUS);
    }

    private static int waitFor(int idType, int id, MemorySegment signalInfo) {
        MemorySegment state = Libc.callState();
        try {
            return Libc.outcome(
                    (int) WAITID.invokeExact(state, idType, id, signalInfo, WEXITED), state);
        } catch (Throwable thrown) {
            throw Libc.impossible(thrown);
        }
    }
}
