package dev.remotenode.agent.metrics;

import dev.remotenode.agent.config.OperatorSettings;
import dev.remotenode.lrmd.tls.HandshakeFailure;
import dev.remotenode.ocf.schedule.EventLoop;
import dev.remotenode.ocf.schedule.FinishedRun;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The numbers and where they go. There is none of these while nobody has asked for them. */
public final class Monitoring {
    private static final Logger log = LoggerFactory.getLogger(Monitoring.class);

    private static final int PATIENCE_SECONDS = 2;

    private final NodeMetrics metrics;
    private final NodeView node;
    private final OperatorSettings settings;
    private final Optional<MetricsFile> file;
    private Optional<MetricsListener> listener = Optional.empty();

    private Monitoring(
            OperatorSettings settings,
            NodeView node,
            String version,
            EventLoop loop,
            Executor files) {
        this.settings = settings;
        this.node = node;
        this.metrics = new NodeMetrics(node, version, processStart());
        this.file = settings.metricsFile().map(path -> new MetricsFile(path, metrics, loop, files));
    }

    /**
     * What the settings ask for, which may be nothing.
     *
     * @param files where to wait for the disk
     */
    public static Optional<Monitoring> of(
            OperatorSettings settings,
            NodeView node,
            String version,
            EventLoop loop,
            Executor files) {
        return settings.metrics().isPresent() || settings.metricsFile().isPresent()
                ? Optional.of(new Monitoring(settings, node, version, loop, files))
                : Optional.empty();
    }

    private static Instant processStart() {
        return ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
    }

    /**
     * Opens for monitoring systems. A daemon that cannot is worth more to its cluster than none:
     * the log tells why.
     */
    public void open(io.netty.channel.EventLoop loop) {
        settings.metrics()
                .ifPresent(place -> {
                    try {
                        MetricsListener opened = MetricsListener.open(loop, place, metrics, node);
                        listener = Optional.of(opened);
                        log.info("Serving metrics at {}", opened.address());
                    } catch (IOException e) {
                        log.warn("{}", e.getMessage());
                    }
                });
        file.ifPresent(written -> loop.execute(written::begin));
    }

    /** A run of an agent is over. On the event loop. */
    public void finished(FinishedRun run) {
        metrics.finished(run);
    }

    /** A connection has not become a client. On the event loop. */
    public void handshakeFailed(HandshakeFailure cause) {
        metrics.handshakeFailed(cause);
    }

    /** Ends it, on the event loop; the future completes soon, also if the disk does not answer. */
    public CompletableFuture<Void> close() {
        listener.ifPresent(MetricsListener::close);
        return file.map(MetricsFile::close)
                .orElseGet(() -> CompletableFuture.runAsync(() -> {}, Runnable::run))
                .completeOnTimeout(null, PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
