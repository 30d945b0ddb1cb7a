package dev.remotenode.agent.logging;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.agent.config.Severity;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DetailFormatTest {

    @Test
    void hasTheShapeOfPacemakersLog() {
        String line = format(LocalDateTime.of(2026, 3, 7, 4, 5, 6, 7_000_000));

        String pid = Long.toString(ProcessHandle.current().pid());
        assertTrue(line.startsWith("Mar 07 04:05:06.007 "), line);
        assertTrue(
                line.endsWith(" pacemaker-remoted   [" + pid + "] (Session) \tnotice: connected"),
                line);
    }

    private static String format(LocalDateTime time) {
        return new DetailFormat("pacemaker-remoted")
                .format(
                        new LogLine(
                                time.atZone(ZoneId.systemDefault()).toInstant(),
                                Severity.NOTICE,
                                "Session",
                                "connected"));
    }
}
