package dev.remotenode.ocf.posix;

import java.lang.foreign.MemorySegment;

/** What the process does with signals. */
public final class Signals {

    public static final int SIGKILL = 9;
    public static final int SIGPIPE = 13;
    public static final int SIGCHLD = 17;

    private static final int SIG_DFL = 0;
    private static final int SIG_IGN = 1;
    private static final MemorySegment SIGNAL = Libc.symbol("signal");

    private Signals() {}

    /** Gives a signal its default action; not for those that the Java runtime handles. */
    public static void restoreDefault(int signal) {
        Libc.call(SIGNAL, signal, SIG_DFL);
    }

    /** Ignores a signal; programs that are started from now on inherit that. */
    public static void ignore(int signal) {
        Libc.call(SIGNAL, signal, SIG_IGN);
    }
}
