package dev.remotenode.agent.metrics;

import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The two forms of text that monitoring systems read. */
enum Exposition {
    /** OpenMetrics 1.0, for those who ask for it. */
    OPEN_METRICS(OpenMetricsTextFormatWriter.CONTENT_TYPE),
    /** Prometheus' own, for everybody else: node_exporter, promtool, people. */
    PROMETHEUS(PrometheusTextFormatWriter.CONTENT_TYPE);

    private static final String OPEN_METRICS_TYPE = "application/openmetrics-text";

    private final String contentType;

    Exposition(String contentType) {
        this.contentType = contentType;
    }

    /** As HTTP has it. */
    String contentType() {
        return contentType;
    }

    /** What a client takes that has sent this header. */
    static Exposition accepted(String header) {
        return header.contains(OPEN_METRICS_TYPE) ? OPEN_METRICS : PROMETHEUS;
    }

    /** The text, in UTF-8. */
    byte[] write(MetricSnapshots metrics) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            switch (this) {
                case OPEN_METRICS -> OpenMetricsTextFormatWriter.create().write(text, metrics);
                case PROMETHEUS -> PrometheusTextFormatWriter.create().write(text, metrics);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toByteArray();
    }
}
