package dev.remotenode.ocf.posix;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;

/**
 * Calls functions of the C library: the plumbing under the bindings of this package.
 *
 * <p>All calls share one method handle, which passes six registers. The functions bound here take
 * integers and pointers only, and what they do not take they do not look at; integers are extended
 * to the width of a register, as the calling conventions ask for. One handle per signature would be
 * the usual way, but each costs classes that are made at run time, when the daemon starts.
 */
final class Libc {

    private static final Linker LINKER = Linker.nativeLinker();
    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final long ERRNO = STATE.byteOffset(PathElement.groupElement("errno"));
    private static final MethodHandle CALL = linkCall();

    /** One per thread: the errno of a call is read before the thread makes the next. */
    private static final ThreadLocal<MemorySegment> CALL_STATE =
            ThreadLocal.withInitial(() -> Arena.ofAuto().allocate(STATE));

    private Libc() {}

    /** Has the class initialized: all that takes long is done then. */
    static void link() {}

    /** The address of a function or variable. */
    static MemorySegment symbol(String name) {
        return LINKER.defaultLookup().findOrThrow(name);
    }

    /** Calls a function that returns an int, or a length that fits one; -1 becomes -errno. */
    static int call(MemorySegment function, long... arguments) {
        MemorySegment state = CALL_STATE.get();
        int result = (int) invoke(function, state, arguments);
        return result < 0 ? -state.get(JAVA_INT, ERRNO) : result;
    }

    /** Calls a function that returns an int of its own meaning, and knows nothing of errno. */
    static int plain(MemorySegment function, long... arguments) {
        return (int) invoke(function, CALL_STATE.get(), arguments);
    }

    /** Calls a function that returns a pointer, or -1: that becomes -errno, which is no address. */
    static long pointer(MemorySegment function, long... arguments) {
        MemorySegment state = CALL_STATE.get();
        long result = invoke(function, state, arguments);
        return result == -1 ? -state.get(JAVA_INT, ERRNO) : result;
    }

    /** Calls a function that returns a pointer to a text. */
    @SuppressWarnings("restricted") // C has pointers without a length here
    static String text(MemorySegment function, long argument) {
        long address = invoke(function, CALL_STATE.get(), argument);
        return MemorySegment.ofAddress(address).reinterpret(Integer.MAX_VALUE).getString(0);
    }

    private static long invoke(MemorySegment function, MemorySegment state, long... arguments) {
        try {
            return (long)
                    CALL.invokeExact(
                            function,
                            state,
                            argument(arguments, 0),
                            argument(arguments, 1),
                            argument(arguments, 2),
                            argument(arguments, 3),
                            argument(arguments, 4),
                            argument(arguments, 5));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    private static long argument(long[] arguments, int index) {
        return index < arguments.length ? arguments[index] : 0;
    }

    @SuppressWarnings("restricted") // calling C is what this package is for
    private static MethodHandle linkCall() {
        FunctionDescriptor sixRegisters =
                FunctionDescriptor.of(
                        JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG,
                        JAVA_LONG);
        return LINKER.downcallHandle(sixRegisters, Linker.Option.captureCallState("errno"));
    }

    /** A method handle declares Throwable, but this one throws nothing that could be handled. */
    private static RuntimeException impossible(Throwable thrown) {
        return switch (thrown) {
            case RuntimeException unchecked -> unchecked;
            case Error error -> throw error;
            case Throwable checked -> new IllegalStateException(checked);
        };
    }
}
