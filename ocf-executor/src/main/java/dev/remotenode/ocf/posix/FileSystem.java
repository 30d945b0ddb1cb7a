package dev.remotenode.ocf.posix;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * Files and what the process has to do with them. Paths are UTF-8 whatever the locale, as on the
 * cluster's side. Every call returns its result, or the error number negated.
 */
public final class FileSystem {

    private static final int F_OK = 0;
    private static final MethodHandle ACCESS =
            Libc.withErrno("access", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
    private static final MethodHandle CHDIR =
            Libc.withErrno("chdir", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    private static final MethodHandle UMASK =
            Libc.plain("umask", FunctionDescriptor.of(JAVA_INT, JAVA_INT));

    private FileSystem() {}

    /** 0 if there is a file of any kind. */
    public static int exists(String path) {
        MemorySegment state = Libc.callState();
        try (Arena arena = Arena.ofConfined()) {
            return Libc.outcome(
                    (int) ACCESS.invokeExact(state, arena.allocateFrom(path), F_OK), state);
        } catch (Throwable thrown) {
            throw Libc.impossible(thrown);
        }
    }

    /** Sets the working directory of the process; Java's own view of it does not follow. */
    public static int chdir(String path) {
        MemorySegment state = Libc.callState();
        try (Arena arena = Arena.ofConfined()) {
            return Libc.outcome((int) CHDIR.invokeExact(state, arena.allocateFrom(path)), state);
        } catch (Throwable thrown) {
            throw Libc.impossible(thrown);
        }
    }

    /** Sets the file mode creation mask of the process and returns the old one. */
    public static int umask(int mask) {
        try {
            return (int) UMASK.invokeExact(mask);
        } catch (Throwable thrown) {
            throw Libc.impossible(thrown);
        }
    }
}
