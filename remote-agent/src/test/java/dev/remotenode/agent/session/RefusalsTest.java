package dev.remotenode.agent.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RefusalsTest {

    private long now;
    private final Refusals refusals = new Refusals(() -> now);

    @Test
    void aFewAreToldEach() {
        assertEquals(600, told(600));
    }

    @Test
    void ofACrowdOnlyTheNumberIs() {
        assertEquals(600, told(100_000));
    }

    @Test
    void anotherMinuteBeginsAnew() {
        told(1000);
        now = TimeUnit.MINUTES.toNanos(1) - 1;
        assertEquals(0, told(1));
        now++;
        assertEquals(600, told(1000));
    }

    private long told(int failures) {
        return IntStream.range(0, failures).filter(_ -> refusals.add()).count();
    }
}
