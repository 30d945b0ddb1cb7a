package dev.remotenode.conformance;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.hostile.Assault;
import dev.remotenode.hostile.Attack;
import dev.remotenode.lab.PeerSeat;
import dev.remotenode.lab.StandaloneNode;
import dev.remotenode.lab.host.Await;
import dev.remotenode.lab.host.ProcessTable;
import dev.remotenode.lab.junit.BeyondReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** While others attack, an honest cluster node is served, and the daemon stays within bounds. */
@ConformanceTest
class HostileNetworkIT {
    private static final Duration BEGINS = Duration.ofSeconds(20);

    /** Enough for the attack to be in full swing. */
    private static final int TIMES = 3;

    /** The heap, as much beside it, and the program. */
    private static final long MOST_RESIDENT_KILOBYTES = 600 * 1024;

    /** Each attack has a host of its own, as those of others are not forgotten at once. */
    private static final AtomicInteger FOES = new AtomicInteger();

    static Stream<Attack> ofStrangers() {
        return by(Attack.Who.STRANGER);
    }

    static Stream<Attack> withTheKey() {
        return by(Attack.Who.HAS_THE_KEY);
    }

    private static Stream<Attack> by(Attack.Who who) {
        return Stream.of(Attack.values())
                .filter(attack -> attack != Attack.NONE && attack.who() == who);
    }

    @ParameterizedTest
    @MethodSource
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    @BeyondReference("2.1.5 shakes hands with one after the other")
    void ofStrangers(Attack attack, StandaloneNode node) {
        assertServedDuring(attack, node);
    }

    @ParameterizedTest
    @MethodSource
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    @BeyondReference("2.1.5 serves nobody until the rest of a message comes, and believes any size")
    void withTheKey(Attack attack, StandaloneNode node) {
        assertServedDuring(attack, node);
    }

    private static void assertServedDuring(Attack attack, StandaloneNode node) {
        int before = node.log().length();
        PeerSeat seat = node.addNeighbour("foe" + FOES.incrementAndGet());
        try (Bystander bystander = new Bystander(node);
                Assault assault = attack.begin(seat)) {
            Await.until("the attack to begin", BEGINS, () -> assault.acts() > 0);
            for (int i = 0; i < TIMES; i++) {
                bystander.assertServed();
            }
        }
        assertTrue(resident(node) < MOST_RESIDENT_KILOBYTES, () -> resident(node) + " kB");
        String logged = node.log().substring(before);
        assertFalse(logged.contains("unexpected failure"), logged);
        assertFalse(logged.contains("OutOfMemory"), logged);
    }

    private static long resident(StandaloneNode node) {
        ProcessTable.Entry daemon =
                node.host().processes().mentioning("pacemaker-remoted").getFirst();
        Path status = node.host().file("/proc/" + daemon.id() + "/status");
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
