package dev.remotenode.ocf.posix;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.MemorySegment;

/**
 * Signalling and reaping processes. Every call returns its result, or the error number negated;
 * callable from any thread.
 */
public final class Processes {

    /** The size of {@code siginfo_t}. */
    public static final long SIGNAL_INFO_SIZE = 128;

    /** The code of a process that exited; any other means a signal. */
    public static final int CLD_EXITED = 1;

    private static final long SIGNAL_INFO_CODE = 8;
    private static final long SIGNAL_INFO_STATUS = 24;
    private static final long SIGNAL_INFO_PID = 16;
    private static final int P_ALL = 0;
    private static final int P_PID = 1;
    private static final int P_PIDFD = 3;
    private static final int WNOHANG = 1;
    private static final int WEXITED = 4;
    private static final int WNOWAIT = 0x01000000;

    private static final int PR_SET_CHILD_SUBREAPER = 36;

    /** The same on every architecture; glibc has a function for it since 2.36 only. */
    private static final int SYS_PIDFD_OPEN = 434;

    private static final int PRIO_PROCESS = 0;
    private static final int CALLING_THREAD = 0;

    private static final MemorySegment PRCTL = Libc.symbol("prctl");
    private static final MemorySegment SETPRIORITY = Libc.symbol("setpriority");
    private static final MemorySegment KILL = Libc.symbol("kill");
    private static final MemorySegment WAITID = Libc.symbol("waitid");
    private static final MemorySegment SYSCALL = Libc.symbol("syscall");

    private Processes() {}

    /**
     * Sends a signal.
     *
     * @param pid negative for the process group of that number
     */
    public static int kill(int pid, int signal) {
        return Libc.call(KILL, pid, signal);
    }

    /** Sets the nice value of the calling thread, and of the children that it will have. */
    public static int setOwnNice(int nice) {
        return Libc.call(SETPRIORITY, PRIO_PROCESS, CALLING_THREAD, nice);
    }

    /** A descriptor that is readable once the process has ended; close-on-exec by itself. */
    public static int pidfdOpen(int pid) {
        return Libc.call(SYSCALL, SYS_PIDFD_OPEN, pid, 0);
    }

    /**
     * Reaps a child, waiting for its end if need be.
     *
     * @param signalInfo receives how it ended: {@link #code} and {@link #status}
     */
    public static int waitForPidfd(int pidfd, MemorySegment signalInfo) {
        return Libc.call(WAITID, P_PIDFD, pidfd, signalInfo.address(), WEXITED);
    }

    /** As {@link #waitForPidfd}, for a child without a descriptor. */
    public static int waitForPid(int pid, MemorySegment signalInfo) {
        return Libc.call(WAITID, P_PID, pid, signalInfo.address(), WEXITED);
    }

    /**
     * Looks for a child that has ended, and leaves it as it is.
     *
     * @param signalInfo scratch memory
     * @return its process id; 0 if none has ended
     */
    public static int findEnded(MemorySegment signalInfo) {
        signalInfo.set(JAVA_INT, SIGNAL_INFO_PID, 0);
        int outcome =
                Libc.call(WAITID, P_ALL, 0, signalInfo.address(), WEXITED | WNOHANG | WNOWAIT);
        return outcome < 0 ? outcome : signalInfo.get(JAVA_INT, SIGNAL_INFO_PID);
    }

    /**
     * Makes the process the parent of what its descendants leave behind, as the first process is
     * anyway, or ends that.
     *
     * @param adopts 1, or 0
     */
    public static int setChildSubreaper(int adopts) {
        return Libc.call(PRCTL, PR_SET_CHILD_SUBREAPER, adopts, 0, 0, 0);
    }

    public static int code(MemorySegment signalInfo) {
        return signalInfo.get(JAVA_INT, SIGNAL_INFO_CODE);
    }

    /** The exit code or the signal, depending on the {@link #code}. */
    public static int status(MemorySegment signalInfo) {
        return signalInfo.get(JAVA_INT, SIGNAL_INFO_STATUS);
    }
}
