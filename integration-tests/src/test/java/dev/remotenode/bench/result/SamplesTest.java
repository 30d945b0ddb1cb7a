package dev.remotenode.bench.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.bench.result.Samples.Interval;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SamplesTest {
    @Test
    void tellsTheMiddleAndTheTail() {
        Samples samples = oneTo(200);
        assertEquals(100, samples.median());
        assertEquals(198, samples.worstOfHundred());
        assertEquals(1, samples.best());
        assertEquals(200, samples.worst());
    }

    @Test
    void keepsTheOrderInWhichItWasMeasured() {
        Samples samples = new Samples(List.of(3.0, 1.0, 2.0));
        assertEquals(2, samples.median());
        assertEquals(List.of(3.0, 1.0, 2.0), samples.values());
    }

    @Test
    void hasNoMedianOfNothing() {
        assertThrows(IllegalStateException.class, () -> new Samples().median());
    }

    /** The ranks that tables of the binomial distribution have for a hundred samples. */
    @Test
    void knowsHowFarItsMedianCanBeTrusted() {
        assertEquals(new Interval(40, 61), oneTo(100).medianInterval());
    }

    @Test
    void trustsAFewSamplesOnlyAsFarAsTheyReach() {
        assertEquals(new Interval(1, 5), oneTo(5).medianInterval());
        assertEquals(new Interval(1, 1), oneTo(1).medianInterval());
    }

    @Test
    void intervalsTouchAtTheirEnds() {
        assertTrue(new Interval(1, 2).touches(new Interval(2, 3)));
        assertFalse(new Interval(1, 2).touches(new Interval(2.1, 3)));
        assertFalse(new Interval(2.1, 3).touches(new Interval(1, 2)));
    }

    private static Samples oneTo(int last) {
        return new Samples(IntStream.rangeClosed(1, last).mapToObj(i -> (double) i).toList());
    }
}
