package dev.remotenode.ocf.posix;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;

/**
 * The plumbing under the bindings of this package.
 *
 * <p>Each binding class holds the functions of one subject as static finals, so that they are
 * linked when the subject is first used and not when the program starts, and are constants to the
 * compiler. A call returns what the kernel would: a result, or the error number negated.
 */
final class Libc {

    private static final Linker LINKER = Linker.nativeLinker();
    private static final Linker.Option CAPTURE = Linker.Option.captureCallState("errno");
    private static final long ERRNO =
            Linker.Option.captureStateLayout()
                    .byteOffset(MemoryLayout.PathElement.groupElement("errno"));

    /** One per thread: the errno of a call is read before the thread makes the next. */
    private static final ThreadLocal<MemorySegment> CALL_STATE =
            ThreadLocal.withInitial(
                    () -> Arena.ofAuto().allocate(Linker.Option.captureStateLayout()));

    private Libc() {}

    /** A function whose first parameter is the memory that receives errno. */
    static MethodHandle withErrno(
            String name, FunctionDescriptor signature, Linker.Option... options) {
        Linker.Option[] all = Arrays.copyOf(options, options.length + 1);
        all[options.length] = CAPTURE;
        return plain(name, signature, all);
    }

    /** A function that does not set errno, or whose errno nobody needs. */
    @SuppressWarnings("restricted") // calling C is what this package is for
    static MethodHandle plain(String name, FunctionDescriptor signature, Linker.Option... options) {
        return LINKER.downcallHandle(symbol(name), signature, options);
    }

    static MemorySegment symbol(String name) {
        return LINKER.defaultLookup().findOrThrow(name);
    }

    static MemorySegment callState() {
        return CALL_STATE.get();
    }

    static int outcome(int returned, MemorySegment callState) {
        return returned < 0 ? -callState.get(ValueLayout.JAVA_INT, ERRNO) : returned;
    }

    /** A downcall declares Throwable but throws nothing that could be handled. */
    static RuntimeException impossible(Throwable thrown) {
        return switch (thrown) {
            case RuntimeException unchecked -> unchecked;
            case Error error -> throw error;
            case Throwable checked -> new IllegalStateException(checked);
        };
    }
}
