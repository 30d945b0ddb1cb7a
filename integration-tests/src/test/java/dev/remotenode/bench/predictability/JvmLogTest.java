package dev.remotenode.bench.predictability;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remotenode.bench.predictability.JvmLog.Pause;
import java.util.List;
import org.junit.jupiter.api.Test;

class JvmLogTest {
    private static final String LINES =
            """
            [1000000ns]    1     n 0       java.lang.invoke.MethodHandle::linkToStatic(JILL)L (native)   (static)
            [5000000ns] Safepoint "SerialCollectForAllocation", Time since last: 336117690 ns, \
            Reaching safepoint: 4149 ns, At safepoint: 2643239 ns, Leaving safepoint: 1607 ns, \
            Total: 3000000 ns, Threads: 0 runnable, 9 total
            [6000000ns] 3615       1       java.net.InetSocketAddress$InetSocketAddressHolder::getPort (5 bytes)
            [7000000ns] something else
            """;

    private final JvmLog log = JvmLog.parse(LINES.lines());

    @Test
    void knowsWhenAllThreadsStoodStill() {
        assertEquals(
                List.of(new Pause("SerialCollectForAllocation", new Span(2_000_000, 5_000_000))),
                log.pauses());
    }

    @Test
    void knowsWhenMethodsWereCompiled() {
        assertEquals(List.of(1_000_000L, 6_000_000L), log.compilations());
    }

    @Test
    void leavesOutWhatWasAtAnotherTime() {
        JvmLog later = log.during(new Span(5_500_000, 9_000_000));
        assertEquals(new JvmLog(List.of(), List.of(6_000_000L)), later);
    }
}
