package dev.remotenode.conformance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.PeerSeat;
import dev.remotenode.lab.StandaloneNode;
import dev.remotenode.lab.host.Await;
import dev.remotenode.lab.junit.BeyondReference;
import dev.remotenode.lab.wire.ClusterPeer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A cluster node whose host is switched off, or cut off, says no goodbye. */
@ConformanceTest
class PeerLossIT {
    private static final String WAITS_FOR_EVER = "2.1.5 asks nobody who is silent";

    /** A connection that is dead for half of this is given up. */
    private static final Map<String, String> WATCHDOG = Map.of("SBD_WATCHDOG_TIMEOUT", "10");

    /** Longer than the minute that is promised; on a busy machine everything is. */
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final String name = Controller.unusedId();

    @AfterEach
    void restart(StandaloneNode node) {
        node.replaceDaemon(Map.of());
    }

    @Test
    @BeyondReference(WAITS_FOR_EVER)
    void isNoticedThoughNothingIsSentToIt(StandaloneNode node) {
        node.replaceDaemon(WATCHDOG);
        PeerSeat seat = node.addNeighbour("idle");
        signOn(seat);

        seat.cutOff();

        assertGivenUp(seat, node);
    }

    @Test
    void isNoticedByWhatItDoesNotAcknowledge(StandaloneNode node) {
        node.replaceDaemon(WATCHDOG);
        PeerSeat seat = node.addNeighbour("busy");
        signOn(seat);
        try (Controller other = Controller.signedOn(node)) {
            seat.cutOff();

            other.run(other.register(), "start", "true");

            assertGivenUp(seat, node);
        }
    }

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    @BeyondReference(WAITS_FOR_EVER)
    void isNoticedWithinAMinuteWithoutAWatchdog(StandaloneNode node) {
        PeerSeat seat = node.addNeighbour("usual");
        signOn(seat);

        seat.cutOff();

        assertGivenUp(seat, node);
    }

    private void signOn(PeerSeat seat) {
        ClusterPeer peer = seat.connect();
        assertTrue(peer.signOn(name, false).returnCode() >= 0);
    }

    /** Seen in the kernel, as Pacemaker's daemon has no word for it. */
    private static void assertGivenUp(PeerSeat seat, StandaloneNode node) {
        Await.until(
                "the end of the connection to " + seat.address(),
                LIMIT,
                () -> node.host().run("ss", "-Htn", "state", "established", "dst", seat.address()),
                String::isBlank);
    }
}
