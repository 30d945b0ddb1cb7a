package dev.remotenode.ocf.posix;

import java.lang.foreign.MemorySegment;

/**
 * Starting a process with {@code posix_spawn}. Every call returns 0 or a positive error number, as
 * POSIX has it for this family; callable from any thread.
 */
public final class Spawn {

    /** The rights of the program are those of the thread's real user and group. */
    public static final short RESETIDS = 0x01;

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

    private static final MemorySegment SPAWN = Libc.symbol("posix_spawn");
    private static final MemorySegment INIT_ATTRIBUTES = Libc.symbol("posix_spawnattr_init");
    private static final MemorySegment SET_FLAGS = Libc.symbol("posix_spawnattr_setflags");
    private static final MemorySegment SET_SIGNAL_DEFAULT =
            Libc.symbol("posix_spawnattr_setsigdefault");
    private static final MemorySegment INIT_ACTIONS = Libc.symbol("posix_spawn_file_actions_init");
    private static final MemorySegment DESTROY_ACTIONS =
            Libc.symbol("posix_spawn_file_actions_destroy");
    private static final MemorySegment ADD_DUP2 = Libc.symbol("posix_spawn_file_actions_adddup2");
    private static final MemorySegment ADD_CLOSEFROM =
            Libc.symbol("posix_spawn_file_actions_addclosefrom_np");

    private Spawn() {}

    /** Process group 0, empty signal mask, SCHED_OTHER: what these say once they are flagged. */
    public static int initAttributes(MemorySegment attributes) {
        return Libc.call(INIT_ATTRIBUTES, attributes.address());
    }

    public static int setFlags(MemorySegment attributes, short flags) {
        return Libc.call(SET_FLAGS, attributes.address(), flags);
    }

    public static int setSignalDefault(MemorySegment attributes, MemorySegment signalSet) {
        return Libc.call(SET_SIGNAL_DEFAULT, attributes.address(), signalSet.address());
    }

    public static int initFileActions(MemorySegment actions) {
        return Libc.call(INIT_ACTIONS, actions.address());
    }

    public static int destroyFileActions(MemorySegment actions) {
        return Libc.call(DESTROY_ACTIONS, actions.address());
    }

    public static int addDup2(MemorySegment actions, int descriptor, int target) {
        return Libc.call(ADD_DUP2, actions.address(), descriptor, target);
    }

    /** Needs glibc 2.34. */
    public static int addCloseFrom(MemorySegment actions, int lowest) {
        return Libc.call(ADD_CLOSEFROM, actions.address(), lowest);
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
        return Libc.call(
                SPAWN,
                pid.address(),
                path.address(),
                actions.address(),
                attributes.address(),
                arguments.address(),
                environment.address());
    }
}
