package dev.remotenode.ocf.posix;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * Starting a process with {@code posix_spawn}. Every call returns 0 or a positive error number, as
 * POSIX has it for this family; callable from any thread.
 */
public final class Spawn {

    public static final short SETPGROUP = 0x02;
    public static final short SETSIGDEF = 0x04;
    public static final short SETSIGMASK = 0x08;
    public static final short SETSCHEDULER = 0x20;

    /** More than {@code posix_spawnattr_t} needs on any architecture (336 bytes on x86-64). */
    public static final long ATTRIBUTES_SIZE = 512;

    /** More than {@code posix_spawn_file_actions_t} needs (80 bytes on x86-64). */
    public static final long FILE_ACTIONS_SIZE = 256;

    /** The size of {@code sigset_t}: bit n-1 stands for signal n. */
    public static final long SIGNAL_SET_SIZE = 128;

    private static final FunctionDescriptor POINTER = FunctionDescriptor.of(JAVA_INT, ADDRESS);
    private static final FunctionDescriptor POINTER_INT =
            FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT);
    private static final FunctionDescriptor TWO_POINTERS =
            FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS);

    private static final MethodHandle ATTRIBUTES_INIT = Libc.plain("posix_spawnattr_init", POINTER);
    private static final MethodHandle SET_FLAGS =
            Libc.plain(
                    "posix_spawnattr_setflags",
                    FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_SHORT));
    private static final MethodHandle SET_SIGNAL_DEFAULT =
            Libc.plain("posix_spawnattr_setsigdefault", TWO_POINTERS);
    private static final MethodHandle ACTIONS_INIT =
            Libc.plain("posix_spawn_file_actions_init", POINTER);
    private static final MethodHandle ACTIONS_DESTROY =
            Libc.plain("posix_spawn_file_actions_destroy", POINTER);
    private static final MethodHandle ADD_DUP2 =
            Libc.plain(
                    "posix_spawn_file_actions_adddup2",
                    FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT));
    private static final MethodHandle ADD_CLOSEFROM =
            Libc.plain("posix_spawn_file_actions_addclosefrom_np", POINTER_INT);
    private static final MethodHandle SPAWN =
            Libc.plain(
                    "posix_spawn",
                    FunctionDescriptor.of(
                            JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS));

    private Spawn() {}

    /** Process group 0, empty signal mask, SCHED_OTHER: what zeroed attributes say, if flagged. */
    public static int initAttributes(MemorySegment attributes) {
        return call(ATTRIBUTES_INIT, attributes);
    }

    public static int setFlags(MemorySegment attributes, short flags) {
        try {
            return (int) SET_FLAGS.invokeExact(attributes, flags);
        } catch (Throwable thrown) {
            throw Libc.impossible(thrown);
        }
    }

    public static int setSignalDefault(MemorySegment attributes, MemorySegment signalSet) {
        try {
            return (int) SET_SIGNAL_DEFAULT.invokeExact(attributes, signalSet);
        } catch (Throwable thrown) {
            throw Libc.impossible(thrown);
        }
    }

    public static int initFileActions(MemorySegment actions) {
        return call(ACTIONS_INIT, actions);
    }

    public static int destroyFileActions(MemorySegment actions) {
        return call(ACTIONS_DESTROY, actions);
    }

    public static int addDup2(MemorySegment actions, int descriptor, int target) {
        try {
            return (int) ADD_DUP2.invokeExact(actions, descriptor, target);
        } catch (Throwable thrown) {
            throw Libc.impossible(thrown);
        }
    }

    /** Needs glibc 2.34. */
    public static int addCloseFrom(MemorySegment actions, int lowest) {
        try {
            return (int) ADD_CLOSEFROM.invokeExact(actions, lowest);
        } catch (Throwable thrown) {
            throw Libc.impossible(thrown);
        }
    }

    /**
     * Returns once the new program runs, or with the error of fork or exec.
     *
     * @param pid one int
     * @param arguments pointers, the last one null, as {@code environment}
     */
    public static int spawn(
            MemorySegment pid,
            MemorySegment path,
            MemorySegment actions,
            MemorySegment attributes,
            MemorySegment arguments,
            MemorySegment environment) {
        try {
            return (int) SPAWN.invokeExact(pid, path, actions, attributes, arguments, environment);
        } catch (Throwable thrown) {
            throw Libc.impossible(thrown);
        }
    }

    private static int call(MethodHandle function, MemorySegment pointer) {
        try {
            return (int) function.invokeExact(pointer);
        } catch (Throwable thrown) {
            throw Libc.impossible(thrown);
        }
    }
}
