package dev.remotenode.lab.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.host.LabException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CrmMonXmlTest {
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    @Test
    void readsNodesAndCoordinator() throws IOException {
        ClusterStatus status = CrmMonXml.parse(failedMonitor());

        assertEquals(Optional.of("node1"), status.coordinator());
        assertEquals(
                List.of(
                        new NodeStatus("guest1", true, true, false),
                        new NodeStatus("node1", true, false, false)),
                status.nodes());
    }

    @Test
    void readsResources() throws IOException {
        ClusterStatus status = CrmMonXml.parse(failedMonitor());

        assertTrue(status.isStarted("guest1", "node1"));
        assertTrue(status.isStopped("spare"));
        assertFalse(status.isStarted("the_pump", "guest1"), "it is active, but failed");
    }

    @Test
    void readsTheHistoryOfOperations() throws IOException {
        ClusterStatus status = CrmMonXml.parse(failedMonitor());

        assertEquals(
                List.of(
                        new OperationRecord("guest1", "the_pump", 7, "start", Duration.ZERO, 0),
                        new OperationRecord("guest1", "the_pump", 8, "monitor", INTERVAL, 7)),
                status.operationsOf("the_pump", "guest1"));
    }

    @Test
    void findsTheResourceInTheKeyOfAFailure() throws IOException {
        ClusterStatus status = CrmMonXml.parse(failedMonitor());

        assertEquals(
                List.of(
                        new FailedOperation(
                                "guest1", "the_pump", "monitor", INTERVAL, 7, "Done", "dry")),
                status.failuresOf("the_pump"));
    }

    @Test
    void readsWhatTheFencerHasDone() throws IOException {
        assertEquals(
                List.of(new Fencing("guest1", "reboot", "success", "2026-11-21 15:00:00Z")),
                CrmMonXml.parse(failedMonitor()).fencings());
    }

    @Test
    void doesNotTakeARemoteNodeForOnlineWhileItConnects() throws IOException {
        String connecting =
                failedMonitor().replaceFirst("remote\" role=\"Started", "remote\" role=\"Starting");

        assertTrue(CrmMonXml.parse(failedMonitor()).isOnline("guest1"));
        assertFalse(CrmMonXml.parse(connecting).isOnline("guest1"));
    }

    @Test
    void refusesWhatIsNotXml() {
        assertThrows(LabException.class, () -> CrmMonXml.parse("crm_mon: connection failed"));
    }

    private static String failedMonitor() throws IOException {
        try (var xml = CrmMonXmlTest.class.getResourceAsStream("failed-monitor.xml")) {
            return new String(Objects.requireNonNull(xml).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
