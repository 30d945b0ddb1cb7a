package dev.remotenode.agent.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remotenode.agent.StandingClock;
import dev.remotenode.agent.servicemanager.NotifySocket;
import dev.remotenode.agent.servicemanager.ServiceManager;
import dev.remotenode.agent.session.RecordingOutlet;
import dev.remotenode.agent.session.Session;
import dev.remotenode.agent.session.Sessions;
import dev.remotenode.agent.session.Standing;
import dev.remotenode.ocf.operation.Completion;
import dev.remotenode.ocf.operation.ExecutionStatus;
import dev.remotenode.ocf.operation.NotifyRule;
import dev.remotenode.ocf.operation.OcfExitCode;
import dev.remotenode.ocf.operation.OperationRequest;
import dev.remotenode.ocf.operation.Originator;
import dev.remotenode.ocf.operation.Result;
import dev.remotenode.ocf.operation.Timings;
import dev.remotenode.ocf.schedule.OperationUnderWay;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the first word to the service manager to the last, with the clock in hand. */
class ShutdownProgressTest {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final String address = "@shutdown-progress-test-" + UUID.randomUUID();
    private final StandingClock clock = new StandingClock();
    private final List<OperationUnderWay> underWay = new ArrayList<>();
    private final NodeActivity activity = new NodeActivity(() -> List.copyOf(underWay));
    private final Sessions sessions = new Sessions();
    private final Session node = new Session(new RecordingOutlet(), Standing.CLUSTER_NODE);
    private final NodeStatus status = new NodeStatus(sessions, activity, 3121);
    private final ServiceManager manager = new ServiceManager(Optional.of(address), clock);
    private final StatusReport report = new StatusReport(status, manager, clock);
    private final ShutdownProgress progress =
            new ShutdownProgress(clock, activity, status, report, manager, Optional.of(LIMIT));
    private NotifySocket heard;

    @BeforeEach
    void listen() throws IOException {
        heard = new NotifySocket(address);
    }

    @AfterEach
    void close() throws IOException {
        heard.close();
    }

    @Test
    void tellsHowFarTheClusterIs() throws IOException {
        report.refresh();
        assertEquals(List.of("STATUS=Waiting for the cluster on port 3121"), take());

        sessions.opened(node);
        sessions.addProvider(node);
        completed("db", "start", OcfExitCode.OK);
        completed("ip", "monitor", OcfExitCode.OK);
        completed("web", "monitor", OcfExitCode.NOT_RUNNING);
        report.refresh();
        clock.advance(SECOND);
        assertEquals(List.of("STATUS=Connected to here; 2 resources"), take());

        progress.waitingFor(node);
        underWay.add(
                new OperationUnderWay(
                        "db", "stop", Duration.ZERO, Duration.ZERO, Duration.ofMillis(12_345)));
        clock.advance(SECOND);
        assertEquals(
                List.of(
                        "STOPPING=1",
                        "EXTEND_TIMEOUT_USEC=360000000",
                        "STATUS=Stopping: waiting for here to stop 2 resources (active: db, ip)",
                        "STATUS=Stopping: waiting for here to stop 2 resources"
                                + " (active: db, ip; under way: stop of db)"),
                take());

        clock.advance(SECOND.multipliedBy(10));
        assertEquals(List.of(), take());

        underWay.clear();
        completed("db", "stop", OcfExitCode.OK);
        completed("ip", "stop", OcfExitCode.OK);
        clock.advance(SECOND);
        assertEquals(
                List.of(
                        "STATUS=Stopping: waiting for here to close the connection"
                                + " (no resource is active)"),
                take());

        progress.ended("the cluster has closed the connection");
        clock.advance(SECOND.multipliedBy(10));
        assertEquals(List.of("STATUS=Stopping: the cluster has closed the connection"), take());
    }

    @Test
    void saysThatItStopsWhenThereIsNobodyToWaitFor() throws IOException {
        progress.ended("no cluster node is connected");
        assertEquals(
                List.of("STOPPING=1", "STATUS=Stopping: no cluster node is connected"), take());
    }

    @Test
    void saysNoMoreThanOnceASecond() throws IOException {
        report.refresh();
        sessions.opened(node);
        sessions.addProvider(node);
        report.refresh();
        for (int number = 1; number <= 100; number++) {
            completed("r" + number, "start", OcfExitCode.OK);
            report.refresh();
        }
        clock.advance(SECOND);
        assertEquals(
                List.of(
                        "STATUS=Waiting for the cluster on port 3121",
                        "STATUS=Connected to here; 100 resources"),
                take());
    }

    @Test
    void aResourceThatMayBeHalfThereCounts() {
        completed("db", "start", OcfExitCode.GENERIC_ERROR);
        completed("ip", "monitor", OcfExitCode.GENERIC_ERROR);
        completed("ms", "monitor", OcfExitCode.RUNNING_PROMOTED);
        completed("web", "start", OcfExitCode.OK);
        completed("web", "stop", OcfExitCode.GENERIC_ERROR);
        assertEquals("active: db, ms, web", activity.now().details());
    }

    @Test
    void aCancelledMonitorSaysNothing() {
        completed("db", "start", OcfExitCode.OK, ExecutionStatus.DONE);
        completed("db", "monitor", OcfExitCode.NOT_RUNNING, ExecutionStatus.CANCELLED);
        assertEquals("1 resource", activity.now().count());
    }

    private void completed(String resource, String action, OcfExitCode code) {
        completed(resource, action, code, ExecutionStatus.DONE);
    }

    private void completed(
            String resource, String action, OcfExitCode code, ExecutionStatus outcome) {
        OperationRequest request =
                new OperationRequest(
                        resource,
                        action,
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ZERO,
                        new LinkedHashMap<>(),
                        Optional.empty(),
                        NotifyRule.EVERYTHING,
                        new Originator("node"));
        activity.completed(
                new Completion(
                        1, request, Result.of(code, outcome), false, new Timings(0, 0, 0, 0)));
    }

    private List<String> take() throws IOException {
        List<String> messages = new ArrayList<>();
        for (Optional<String> next = heard.next(); next.isPresent(); next = heard.next()) {
            messages.add(next.get());
        }
        return messages;
    }
}
