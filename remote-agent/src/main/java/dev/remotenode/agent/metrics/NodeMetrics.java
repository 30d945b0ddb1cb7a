package dev.remotenode.agent.metrics;

import dev.remotenode.lrmd.tls.HandshakeFailure;
import dev.remotenode.ocf.agent.AgentName;
import dev.remotenode.ocf.operation.ExecutionStatus;
import dev.remotenode.ocf.operation.OcfExitCode;
import dev.remotenode.ocf.operation.OperationRequest;
import dev.remotenode.ocf.operation.Result;
import dev.remotenode.ocf.schedule.FinishedRun;
import dev.remotenode.ocf.schedule.RunListener;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;

/** Every number there is, with its meaning. Used on the event loop. */
public final class NodeMetrics implements RunListener {
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final double MILLIS = TimeUnit.SECONDS.toMillis(1);

    /** From a quick monitor to the longest timeouts that clusters have, in seconds. */
    private static final double[] DURATIONS = {
        0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300
    };

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final NodeView node;
    private final Counter operations =
            Counter.builder()
                    .name("pacemaker_remote_operations_total")
                    .help("Runs of resource agents, by what came of them.")
                    .labelNames("resource", "agent", "action", "result")
                    .withoutExemplars()
                    .register(registry);
    private final Counter timeouts =
            Counter.builder()
                    .name("pacemaker_remote_operation_timeouts_total")
                    .help("Runs of resource agents that took too long and were ended.")
                    .labelNames("resource", "agent", "action")
                    .withoutExemplars()
                    .register(registry);
    private final Histogram durations =
            histogram(
                    "pacemaker_remote_operation_duration_seconds", "How long resource agents ran.");
    private final Histogram waits =
            histogram(
                    "pacemaker_remote_operation_wait_seconds",
                    "How long runs of agents waited for others of the same resource when they were"
                            + " due: the lateness of recurring monitors.");
    private final Counter handshakeFailures =
            Counter.builder()
                    .name("pacemaker_remote_handshake_failures_total")
                    .help("TLS handshakes that failed, by cause.")
                    .labelNames("cause")
                    .withoutExemplars()
                    .register(registry);

    /**
     * Declares everything.
     *
     * @param version of the daemon
     * @param started when the process began
     */
    public NodeMetrics(NodeView node, String version, Instant started) {
        this.node = node;
        // All states are there from the beginning: what is missing cannot be told from zero.
        for (HandshakeFailure cause : HandshakeFailure.values()) {
            handshakeFailures.initLabelValues(label(cause));
        }
        Info.builder()
                .name("pacemaker_remote_info")
                .help("The daemon that runs.")
                .labelNames("version")
                .register(registry)
                .addLabelValues(version);
        declareState();
        declareTools();
        declareProcess(started);
    }

    private void declareState() {
        GaugeWithCallback.builder()
                .name("pacemaker_remote_state")
                .help("What the daemon is doing: 1 for the state that it is in, 0 for the others.")
                .labelNames("state")
                .callback(callback -> {
                    NodeView.State now = node.nowDoing();
                    Arrays.stream(NodeView.State.values())
                            .forEach(state -> callback.call(state == now ? 1 : 0, label(state)));
                })
                .register(registry);
        gauge(
                "pacemaker_remote_cluster_connected",
                "Whether a cluster node has signed on that carries calls of local tools.",
                () -> node.connectedSince().isPresent() ? 1 : 0);
        GaugeWithCallback.builder()
                .name("pacemaker_remote_cluster_connected_since_seconds")
                .help("When that node signed on, in seconds since the epoch; not there without.")
                .unit(Unit.SECONDS)
                .callback(callback ->
                        node.connectedSince()
                                .ifPresent(since -> callback.call(since.toEpochMilli() / MILLIS)))
                .register(registry);
        gauge(
                "pacemaker_remote_cluster_nodes",
                "Cluster nodes that are connected.",
                () -> node.clusterNodes());
        gauge(
                "pacemaker_remote_resources",
                "Resources that the cluster has registered here.",
                () -> node.resources());
        gauge(
                "pacemaker_remote_operations_running",
                "Resource agents that run now.",
                () -> node.operationsUnderWay());
    }

    private void declareTools() {
        gauge(
                "pacemaker_remote_tool_sessions",
                "Cluster tools on this node whose calls are carried to the cluster.",
                () -> node.tools());
        counter(
                "pacemaker_remote_tool_requests_total",
                "Requests of cluster tools that were carried to the cluster.",
                () -> node.toolRequests());
        counter(
                "pacemaker_remote_tool_request_bytes_total",
                "Size of the requests of cluster tools.",
                () -> node.toolRequestBytes());
        counter(
                "pacemaker_remote_tool_answer_bytes_total",
                "Size of what the cluster had for cluster tools.",
                () -> node.toolAnswerBytes());
    }

    private void declareProcess(Instant started) {
        gauge(
                "process_start_time_seconds",
                "When the process began, in seconds since the epoch.",
                () -> started.toEpochMilli() / MILLIS);
        gauge(
                "process_resident_memory_bytes",
                "Memory of the process that is in RAM.",
                ProcessMemory::residentBytes);
        gauge(
                "jvm_memory_heap_used_bytes",
                "Memory of objects, garbage included.",
                () -> Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
    }

    /** All numbers as they are now. */
    public MetricSnapshots snapshot() {
        return registry.scrape();
    }

    @Override
    public void finished(FinishedRun run) {
        OperationRequest request = run.request();
        String agent = text(run.agent());
        operations
                .labelValues(request.resourceId(), agent, request.action(), result(run.result()))
                .inc();
        if (run.result().status() == ExecutionStatus.TIMED_OUT) {
            timeouts.labelValues(request.resourceId(), agent, request.action()).inc();
        }
        durations.labelValues(request.action()).observe(seconds(run.ran()));
        waits.labelValues(request.action()).observe(seconds(run.waited()));
    }

    /** A connection has not become a client. */
    public void handshakeFailed(HandshakeFailure cause) {
        handshakeFailures.labelValues(label(cause)).inc();
    }

    /** What the agent said if it came to that, else what became of the attempt. */
    private static String result(Result result) {
        return result.status() == ExecutionStatus.DONE
                ? OcfExitCode.of(result.exitCode()).map(NodeMetrics::label).orElse("other")
                : label(result.status());
    }

    private static String text(AgentName agent) {
        return agent.provider()
                .map(provider -> agent.standard() + ":" + provider + ":" + agent.type())
                .orElseGet(() -> agent.standard() + ":" + agent.type());
    }

    private static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static double seconds(Duration time) {
        return time.toNanos() / NANOS;
    }

    private Histogram histogram(String name, String help) {
        return Histogram.builder()
                .name(name)
                .help(help)
                .unit(Unit.SECONDS)
                .labelNames("action")
                .classicOnly()
                .classicUpperBounds(DURATIONS)
                .withoutExemplars()
                .register(registry);
    }

    private void gauge(String name, String help, DoubleSupplier number) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(callback -> callback.call(number.getAsDouble()))
                .register(registry);
    }

    private void counter(String name, String help, DoubleSupplier number) {
        CounterWithCallback.builder()
                .name(name)
                .help(help)
                .callback(callback -> callback.call(number.getAsDouble()))
                .register(registry);
    }
}
