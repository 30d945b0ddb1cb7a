package dev.remotenode.bench.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remotenode.bench.page.LogScale.Tick;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class LogScaleTest {
    @Test
    void reachesFromBelowTheLeastToAboveTheMost() {
        LogScale scale = LogScale.of(DoubleStream.of(0.09, 44));
        assertEquals(new LogScale(-2, 2), scale);
        assertEquals(
                List.of(
                        new Tick("0.00", "0.01"),
                        new Tick("25.00", "0.1"),
                        new Tick("50.00", "1"),
                        new Tick("75.00", "10"),
                        new Tick("100.00", "100")),
                scale.ticks());
        assertEquals("50.00", scale.percent(1));
    }

    @Test
    void leavesSomethingOfALeastThatIsAPowerOfTen() {
        assertEquals(new LogScale(-1, 1), LogScale.of(DoubleStream.of(1, 10)));
    }

    @Test
    void hasNothingAtItsBeginning() {
        assertEquals("0.00", LogScale.of(DoubleStream.of(0, 120)).percent(0));
        assertEquals(new LogScale(0, 1), LogScale.of(DoubleStream.of(0, 0)));
    }
}
