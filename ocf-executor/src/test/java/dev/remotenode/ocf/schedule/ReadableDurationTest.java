package dev.remotenode.ocf.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadableDurationTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1ms",
        "500, 500ms",
        "999, 999ms",
        "1000, 1s",
        "1500, 1.500s",
        "9000, 9s",
        "60000, 1m",
        "90000, 1m30s",
        "90250, 1m30.250s",
        "3600000, 1h",
        "3661000, 1h1m1s",
        "93600000, 1d2h",
        "60005, 1m0.005s"
    })
    void timeSpansAreWrittenAsPacemakerWritesThem(long millis, String text) {
        assertEquals(text, ReadableDuration.of(Duration.ofMillis(millis)));
    }
}
