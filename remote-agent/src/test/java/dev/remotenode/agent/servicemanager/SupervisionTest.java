package dev.remotenode.agent.servicemanager;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SupervisionTest {

    private static final long PID = 77;
    private static final Supervision NONE = new Supervision(Optional.empty(), Optional.empty());

    @Test
    void isAbsentWithoutAServiceManager() {
        assertEquals(NONE, Supervision.of(Map.of(), PID));
    }

    @Test
    void isWhatTheServiceManagerAsksFor() {
        assertEquals(
                new Supervision(Optional.of("/run/notify"), Optional.of(Duration.ofSeconds(30))),
                Supervision.of(
                        Map.of(
                                "NOTIFY_SOCKET",
                                "/run/notify",
                                "WATCHDOG_USEC",
                                "30000000",
                                "WATCHDOG_PID",
                                "77"),
                        PID));
    }

    @Test
    void theWatchdogMayBeMeantForAnotherProcess() {
        assertEquals(
                NONE,
                Supervision.of(Map.of("WATCHDOG_USEC", "30000000", "WATCHDOG_PID", "78"), PID));
    }

    @Test
    void theWatchdogIsOursIfItNamesNobody() {
        assertEquals(
                Optional.of(Duration.ofSeconds(30)),
                Supervision.of(Map.of("WATCHDOG_USEC", "30000000"), PID).watchdog());
    }

    @Test
    void nonsenseCountsAsAbsent() {
        for (String nonsense : new String[] {"", "0", "-5", "soon", "99999999999999999999"}) {
            assertEquals(NONE, Supervision.of(Map.of("WATCHDOG_USEC", nonsense), PID), nonsense);
        }
        for (String nonsense : new String[] {"", "/", "@", "run/notify", "vsock:2:1234"}) {
            assertEquals(NONE, Supervision.of(Map.of("NOTIFY_SOCKET", nonsense), PID), nonsense);
        }
    }
}
