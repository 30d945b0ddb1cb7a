package dev.remotenode.agent.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lrmd.tls.HandshakeFailure;
import dev.remotenode.ocf.agent.AgentName;
import dev.remotenode.ocf.operation.ExecutionStatus;
import dev.remotenode.ocf.operation.NotifyRule;
import dev.remotenode.ocf.operation.OcfExitCode;
import dev.remotenode.ocf.operation.OperationRequest;
import dev.remotenode.ocf.operation.Originator;
import dev.remotenode.ocf.operation.Result;
import dev.remotenode.ocf.schedule.FinishedRun;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NodeMetricsTest {
    private static final Instant STARTED = Instant.ofEpochSecond(1_700_000_000);

    private final NodeMetrics metrics = new NodeMetrics(StandingNode.WAITING, "1.2.3", STARTED);

    @Test
    void haveEveryStateAndCauseFromTheBeginning() {
        List<String> lines = lines();

        for (String expected :
                List.of(
                        "pacemaker_remote_info{version=\"1.2.3\"} 1",
                        "pacemaker_remote_state{state=\"waiting\"} 1.0",
                        "pacemaker_remote_state{state=\"connected\"} 0.0",
                        "pacemaker_remote_state{state=\"stopping\"} 0.0",
                        "pacemaker_remote_cluster_connected 0.0",
                        "pacemaker_remote_resources 2.0",
                        "pacemaker_remote_tool_request_bytes_total 500.0",
                        "process_start_time_seconds 1.7E9")) {
            assertTrue(lines.contains(expected), () -> expected + " is not in " + lines);
        }
        for (HandshakeFailure cause : HandshakeFailure.values()) {
            assertEquals(0, failures(cause));
        }
        assertFalse(text().contains("connected_since"));
    }

    @Test
    void tellSinceWhenAClusterNodeIsConnected() {
        NodeMetrics connected =
                new NodeMetrics(
                        new StandingNode(
                                NodeView.State.CONNECTED,
                                Optional.of(Instant.ofEpochMilli(1_700_000_000_500L))),
                        "1.2.3",
                        STARTED);

        String text = text(connected, Exposition.PROMETHEUS);

        assertTrue(text.contains("pacemaker_remote_state{state=\"connected\"} 1.0\n"), text);
        assertTrue(
                text.contains("pacemaker_remote_cluster_connected_since_seconds 1.7000000005E9\n"),
                text);
    }

    @Test
    void countRunsByWhatCameOfThem() {
        metrics.finished(run("start", Result.of(OcfExitCode.OK, ExecutionStatus.DONE)));
        metrics.finished(run("monitor", Result.of(OcfExitCode.NOT_RUNNING, ExecutionStatus.DONE)));
        metrics.finished(run("monitor", Result.of(OcfExitCode.NOT_RUNNING, ExecutionStatus.DONE)));
        metrics.finished(
                run("stop", Result.of(OcfExitCode.GENERIC_ERROR, ExecutionStatus.TIMED_OUT)));

        List<String> lines = lines();

        for (String expected :
                List.of(
                        operations("start", "ok") + " 1.0",
                        operations("monitor", "not_running") + " 2.0",
                        operations("stop", "timed_out") + " 1.0",
                        "pacemaker_remote_operation_timeouts_total"
                                + "{action=\"stop\",agent=\"ocf:heartbeat:Dummy\",resource=\"r\"}"
                                + " 1.0",
                        "pacemaker_remote_operation_duration_seconds_count{action=\"monitor\"} 2",
                        "pacemaker_remote_operation_duration_seconds_sum{action=\"start\"} 0.03",
                        "pacemaker_remote_operation_duration_seconds_bucket"
                                + "{action=\"start\",le=\"0.025\"} 0",
                        "pacemaker_remote_operation_duration_seconds_bucket"
                                + "{action=\"start\",le=\"0.05\"} 1",
                        "pacemaker_remote_operation_wait_seconds_sum{action=\"start\"} 2.0")) {
            assertTrue(lines.contains(expected), () -> expected + " is not in " + lines);
        }
    }

    @Test
    void countFailedHandshakes() {
        metrics.handshakeFailed(HandshakeFailure.KEY);
        metrics.handshakeFailed(HandshakeFailure.KEY);

        assertEquals(2, failures(HandshakeFailure.KEY));
        assertEquals(0, failures(HandshakeFailure.TIMEOUT));
    }

    @Test
    void areOpenMetricsForThoseWhoAskForIt() {
        assertEquals(
                Exposition.OPEN_METRICS,
                Exposition.accepted("application/openmetrics-text;version=1.0.0,*/*;q=0.1"));
        assertEquals(Exposition.PROMETHEUS, Exposition.accepted(""));

        String text = text(metrics, Exposition.OPEN_METRICS);

        assertTrue(text.endsWith("# EOF\n"), text);
        assertTrue(text.contains("# TYPE pacemaker_remote info\n"), text);
    }

    private long failures(HandshakeFailure cause) {
        String prefix =
                "pacemaker_remote_handshake_failures_total{cause=\"%s\"} "
                        .formatted(cause.name().toLowerCase(Locale.ROOT));
        return lines().stream()
                .filter(line -> line.startsWith(prefix))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(prefix.length())))
                .findFirst()
                .orElse(-1);
    }

    private static String operations(String action, String result) {
        return "pacemaker_remote_operations_total{action=\"%s\",agent=\"ocf:heartbeat:Dummy\",resource=\"r\",result=\"%s\"}"
                .formatted(action, result);
    }

    private List<String> lines() {
        return text().lines().toList();
    }

    private String text() {
        return text(metrics, Exposition.PROMETHEUS);
    }

    private static String text(NodeMetrics metrics, Exposition form) {
        return new String(form.write(metrics.snapshot()), StandardCharsets.UTF_8);
    }

    private static FinishedRun run(String action, Result result) {
        OperationRequest request =
                new OperationRequest(
                        "r",
                        action,
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ZERO,
                        new LinkedHashMap<>(),
                        Optional.empty(),
                        NotifyRule.EVERYTHING,
                        new Originator("somebody"));
        return new FinishedRun(
                1,
                request,
                new AgentName("ocf", Optional.of("heartbeat"), "Dummy"),
                Duration.ofSeconds(2),
                STARTED,
                Duration.ofMillis(30),
                result);
    }
}
