package dev.remotenode.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

/** How much memory is taken for an input, whether it is given back at once or not. */
public final class Allocation {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /**
     * For traces of exceptions and whatever else no input has a say in; and for the fuzzer, which
     * takes some kilobytes to look on at each comparison of texts.
     */
    private static final long SLACK = 4 << 20;

    private Allocation() {}

    /**
     * Does something that takes no more memory than this, apart from a constant: when all its
     * classes are loaded, for which it may be done a second time.
     */
    public static <T> T claimAtMost(long bytes, Supplier<T> work) {
        long before = taken();
        T result = work.get();
        if (taken() - before > bytes + SLACK) {
            claimNow(bytes, work);
        }
        return result;
    }

    private static <T> void claimNow(long bytes, Supplier<T> work) {
        long before = taken();
        var _ = work.get();
        long difference = taken() - before;
        Claim.that(
                difference <= bytes + SLACK,
                "%d bytes suffice, not %d".formatted(bytes, difference));
    }

    private static long taken() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }
}
