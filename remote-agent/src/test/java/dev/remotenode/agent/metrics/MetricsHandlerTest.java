package dev.remotenode.agent.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricsHandlerTest {

    @Test
    void servesMetricsAsTheyAreAskedFor() {
        String plain = answer(NodeView.State.WAITING, "GET /metrics HTTP/1.1\r\n\r\n");
        String open =
                answer(
                        NodeView.State.WAITING,
                        "GET /metrics HTTP/1.1\r\nAccept: application/openmetrics-text\r\n\r\n");

        assertTrue(plain.startsWith("HTTP/1.1 200 OK\r\n"), plain);
        assertTrue(plain.contains("content-type: text/plain; version=0.0.4"), plain);
        assertTrue(plain.contains("\npacemaker_remote_state{state=\"waiting\"} 1.0\n"), plain);
        assertTrue(open.contains("content-type: application/openmetrics-text"), open);
        assertTrue(open.endsWith("# EOF\n"), open);
    }

    @ParameterizedTest
    @CsvSource({
        "WAITING, 200 OK, 'ready, no cluster node is connected'",
        "CONNECTED, 200 OK, 'ready, a cluster node is connected'",
        "STOPPING, 503 Service Unavailable, stopping",
    })
    void isReadyUntilItStops(NodeView.State state, String status, String text) {
        String answer = answer(state, "GET /readyz HTTP/1.1\r\n\r\n");

        assertTrue(answer.startsWith("HTTP/1.1 " + status + "\r\n"), answer);
        assertTrue(answer.endsWith("\r\n\r\n" + text + "\n"), answer);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /healthz, 200 OK",
        "GET, /healthz?verbose, 200 OK",
        "GET, /, 404 Not Found",
        "POST, /metrics, 405 Method Not Allowed",
    })
    void answersEverybody(String method, String path, String status) {
        String answer = answer(NodeView.State.STOPPING, method + " " + path + " HTTP/1.1\r\n\r\n");

        assertTrue(answer.startsWith("HTTP/1.1 " + status + "\r\n"), answer);
    }

    private static String answer(NodeView.State state, String request) {
        NodeView node = new StandingNode(state, Optional.empty());
        EmbeddedChannel channel =
                new EmbeddedChannel(
                        new HttpServerCodec(),
                        new MetricsHandler(new NodeMetrics(node, "1.2.3", Instant.EPOCH), node));
        channel.writeInbound(Unpooled.copiedBuffer(request, StandardCharsets.UTF_8));
        channel.runPendingTasks();
        StringBuilder answer = new StringBuilder();
        for (ByteBuf part = channel.readOutbound(); part != null; part = channel.readOutbound()) {
            answer.append(part.toString(StandardCharsets.UTF_8));
            part.release();
        }
        assertFalse(channel.isOpen());
        assertEquals(1, answer.toString().split("HTTP/1.1 ", -1).length - 1);
        return answer.toString();
    }
}
