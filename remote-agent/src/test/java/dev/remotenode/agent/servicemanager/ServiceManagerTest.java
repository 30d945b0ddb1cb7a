package dev.remotenode.agent.servicemanager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.agent.StandingClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceManagerTest {

    private static final int MORE_THAN_ANY_QUEUE = 5_000;

    private final StandingClock clock = new StandingClock();
    private final String name = "@service-manager-test-" + UUID.randomUUID();

    @Test
    void listensAtAPath(@TempDir Path folder) throws IOException {
        String path = folder.resolve("notify").toString();
        try (NotifySocket socket = new NotifySocket(path)) {
            manager(path).ready();
            assertEquals(Optional.of("READY=1"), socket.next());
        }
    }

    @Test
    void listensOutsideOfTheFileSystem() throws IOException {
        try (NotifySocket socket = new NotifySocket(name)) {
            ServiceManager manager = manager(name);
            manager.stopping();
            manager.status("Stopping: äöü\nand no second line");
            manager.extendTimeout(Duration.ofMinutes(2));

            assertEquals(Optional.of("STOPPING=1"), socket.next());
            assertEquals(Optional.of("STATUS=Stopping: äöü"), socket.next());
            assertEquals(Optional.of("EXTEND_TIMEOUT_USEC=120000000"), socket.next());
            assertEquals(Optional.empty(), socket.next());
        }
    }

    @Test
    void hearsLaterWhatItHadNoRoomFor() throws IOException {
        try (NotifySocket socket = new NotifySocket(name)) {
            ServiceManager manager = manager(name);
            for (int number = 1; number <= MORE_THAN_ANY_QUEUE; number++) {
                manager.status("number " + number);
            }
            manager.ready();
            int received = 0;
            while (socket.next().isPresent()) {
                received++;
            }
            assertTrue(received < MORE_THAN_ANY_QUEUE, "everything had room");

            clock.advance(Duration.ofSeconds(1));
            String latest = "STATUS=number " + MORE_THAN_ANY_QUEUE + "\nREADY=1";
            assertEquals(Optional.of(latest), socket.next());
            assertEquals(Optional.empty(), socket.next());
        }
    }

    @Test
    void nobodyIsToldAfterTheSocketHasGone() throws IOException {
        new NotifySocket(name).close();
        manager(name).ready();
        clock.advance(Duration.ofSeconds(1));
        try (NotifySocket socket = new NotifySocket(name)) {
            assertEquals(Optional.empty(), socket.next());
        }
    }

    @Test
    void beatsTwiceInTheTimeOfTheWatchdog() throws IOException {
        try (NotifySocket socket = new NotifySocket(name)) {
            new Heartbeat(clock, manager(name), Duration.ofSeconds(10)).beat();
            assertEquals(Optional.of("WATCHDOG=1"), socket.next());
            clock.advance(Duration.ofMillis(4_999));
            assertEquals(Optional.empty(), socket.next());
            clock.advance(Duration.ofMillis(1));
            assertEquals(Optional.of("WATCHDOG=1"), socket.next());
            clock.advance(Duration.ofSeconds(5));
            assertEquals(Optional.of("WATCHDOG=1"), socket.next());
        }
    }

    private ServiceManager manager(String address) {
        return new ServiceManager(Optional.of(address), clock);
    }
}
