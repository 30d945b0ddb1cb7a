package dev.remotenode.agent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SinceTest {
    @ParameterizedTest
    @CsvSource({"90, PT90S", "30min, PT30M", "2h, PT2H", "2 d, PT48H", "1day, PT24H"})
    void countsBackFromNow(String text, Duration ago) throws CommandException {
        Instant before = Instant.now();
        Instant moment = Since.parse(text);

        assertFalse(moment.isBefore(before.minus(ago)));
        assertFalse(moment.isAfter(Instant.now().minus(ago)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-21 13:00:00",
                "2026-11-21 13:00",
                "2026-11-21T13:00:00",
            })
    void takesWhatOpsWritesForATimeOfThisHost(String text) throws CommandException {
        assertEquals(
                LocalDateTime.of(2026, 11, 21, 13, 0).atZone(ZoneId.systemDefault()).toInstant(),
                Since.parse(text));
    }

    @Test
    void takesMomentsOfOtherZonesDaysAndTimesOfToday() throws CommandException {
        assertEquals(Instant.parse("2026-11-21T13:00:00Z"), Since.parse("2026-11-21T13:00:00Z"));
        assertEquals(
                LocalDateTime.of(2026, 11, 21, 0, 0).atZone(ZoneId.systemDefault()).toInstant(),
                Since.parse("2026-11-21"));
        assertEquals(13, Since.parse("13:00").atZone(ZoneId.systemDefault()).getHour());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-13-01", "-5", "3 weeks"})
    void saysWhatATimeLooksLike(String text) {
        CommandException refused = assertThrows(CommandException.class, () -> Since.parse(text));

        assertEquals(ExitStatus.USAGE, refused.status());
        assertTrue(String.valueOf(refused.getMessage()).contains("such as 30min"));
    }
}
