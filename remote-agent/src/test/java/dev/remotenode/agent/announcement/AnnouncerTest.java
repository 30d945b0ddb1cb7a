package dev.remotenode.agent.announcement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remotenode.agent.StandingClock;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AnnouncerTest {
    private static final LocalAddress ONE = address("10.0.0.1", "525400000001");
    private static final LocalAddress TWO = address("10.0.0.2", "525400000001");

    private final StandingClock clock = new StandingClock();
    private final List<LocalAddress> sent = new ArrayList<>();
    private final Announcer announcer = new Announcer(clock, sent::add);

    @Test
    void anAddressIsAnnouncedThreeTimesAndThenNoMore() {
        announcer.addressesAre(Set.of(ONE));
        assertEquals(List.of(ONE), sent);

        clock.advance(Duration.ofSeconds(1));
        assertEquals(2, sent.size());
        clock.advance(Duration.ofSeconds(2));
        assertEquals(3, sent.size());
        clock.advance(Duration.ofHours(1));
        assertEquals(3, sent.size());
    }

    @Test
    void onlyWhatIsNewIsAnnounced() {
        announcer.addressesAre(Set.of(ONE));
        clock.advance(Duration.ofHours(1));
        sent.clear();

        announcer.addressesAre(Set.of(ONE));
        announcer.addressesAre(Set.of(ONE, TWO));

        assertEquals(List.of(TWO), sent);
    }

    @Test
    void anAddressThatHasGoneIsLeftToOthers() {
        announcer.addressesAre(Set.of(ONE));
        announcer.addressesAre(Set.of());
        clock.advance(Duration.ofHours(1));

        assertEquals(List.of(ONE), sent);
    }

    @Test
    void anAddressThatComesBackIsAnnouncedAnew() {
        announcer.addressesAre(Set.of(ONE));
        announcer.addressesAre(Set.of());
        clock.advance(Duration.ofHours(1));
        sent.clear();
        announcer.addressesAre(Set.of(ONE));
        clock.advance(Duration.ofHours(1));

        assertEquals(List.of(ONE, ONE, ONE), sent);
    }

    @Test
    void aNewHardwareAddressIsNews() {
        announcer.addressesAre(Set.of(ONE));
        LocalAddress elsewhere = address("10.0.0.1", "525400000002");
        announcer.addressesAre(Set.of(elsewhere));

        assertEquals(List.of(ONE, elsewhere), sent);
    }

    private static LocalAddress address(String text, String hardware) {
        try {
            return new LocalAddress(InetAddress.getByName(text), 2, hardware, false);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
