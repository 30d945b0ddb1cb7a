package dev.remotenode.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GrowthTest {
    @Test
    void comparesTheSecondQuarterWithTheLast() {
        Growth growth = Growth.of(Measure.RESIDENT, values(8, i -> i));

        assertEquals(new Growth(Measure.RESIDENT, 3, 7), growth);
    }

    @Test
    void warmingUpIsNoGrowth() {
        assertTrue(Growth.of(Measure.RESIDENT, values(100, i -> i < 25 ? i : 60)).isFlat());
    }

    @Test
    void oneOutlierIsNone() {
        assertTrue(Growth.of(Measure.THREADS, values(100, i -> i == 90 ? 500 : 20)).isFlat());
    }

    @Test
    void aSlowLeakIs() {
        assertFalse(Growth.of(Measure.DESCRIPTORS, values(100, i -> 20 + i / 10)).isFlat());
        assertFalse(Growth.of(Measure.RESIDENT, values(100, i -> 60 + i * 0.3)).isFlat());
    }

    @Test
    void aZombieThatStaysIs() {
        assertFalse(Growth.of(Measure.ZOMBIES, values(100, i -> i < 60 ? 0 : 1)).isFlat());
    }

    @Test
    void tooFewValuesSayNothing() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Growth.of(Measure.THREADS, values(3, _ -> 1)));
    }

    private static List<Double> values(int count, IntToDoubleFunction value) {
        return IntStream.range(0, count).mapToDouble(value).boxed().toList();
    }
}
