package dev.remotenode.lab.host;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;

/** The share of the processors that a thread of this JVM gets, which Java leaves to all alike. */
public final class ThreadPriority {
    private static final int PRIO_PROCESS = 0;
    private static final int CALLING_THREAD = 0;
    private static final int LOWEST = 19;
    private static final MethodHandle SETPRIORITY = setpriority();

    private ThreadPriority() {}

    /** The calling thread takes what others leave, from now on. */
    public static void yieldToOthers() {
        int result;
        try {
            result = (int) SETPRIORITY.invokeExact(PRIO_PROCESS, CALLING_THREAD, LOWEST);
        } catch (Throwable e) {
            throw new LabException("cannot call C", e);
        }
        if (result != 0) {
            throw new LabException("a thread cannot step back");
        }
    }

    @SuppressWarnings("restricted") // Java itself knows no nice values
    private static MethodHandle setpriority() {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow("setpriority"),
                FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
    }
}
