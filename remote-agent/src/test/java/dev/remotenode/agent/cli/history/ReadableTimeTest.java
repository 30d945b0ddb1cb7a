package dev.remotenode.agent.cli.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadableTimeTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 ms",
        "999, 999 ms",
        "1000, 1 s",
        "1250, 1.3 s",
        "10000, 10 s",
        "12999, 12 s",
        "119000, 119 s",
        "120000, 2 min",
        "3661000, 61 min 1 s",
        "7200000, 2 h",
        "90060000, 25 h 1 min",
        "176400000, 2 d 1 h"
    })
    void durationsHaveOneOrTwoUnits(long millis, String text) {
        assertEquals(text, ReadableTime.duration(millis));
    }

    @ParameterizedTest
    @CsvSource({"0, 1970-01-01T00:00:00Z", "1500, 1970-01-01T00:00:01.500Z"})
    void programsGetMoments(long millis, String text) {
        assertEquals(text, ReadableTime.iso(millis));
    }
}
