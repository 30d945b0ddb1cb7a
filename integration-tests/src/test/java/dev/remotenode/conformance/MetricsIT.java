package dev.remotenode.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.StandaloneNode;
import dev.remotenode.lab.host.Await;
import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.CommandResult;
import dev.remotenode.lab.host.LabException;
import dev.remotenode.lab.junit.BeyondReference;
import dev.remotenode.lrmd.tls.ClientIdentity;
import dev.remotenode.lrmd.tls.PreSharedKey;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Numbers for Prometheus: over HTTP, and in a file for node_exporter. */
@ConformanceTest
class MetricsIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String PORT = "9131";
    private static final String FILE = "/run/metrics.prom";
    private static final String SOCKET = "/run/metrics.sock";

    @Test
    @BeyondReference("has no metrics")
    void areAcceptedByPrometheus(StandaloneNode node) {
        node.replaceDaemon(Map.of("REMOTE_NODE_METRICS", PORT));
        String id;
        try (Controller controller = Controller.signedOn(node)) {
            id = controller.register();
            controller.run(id, "start", "true");
            controller.run(id, "monitor", "exit 7");
        }
        refuse(node);

        String text = metrics(node);
        node.host().write("/run/seen", text);
        CommandResult opinion =
                node.host().run(Command.of("bash", "-c", "promtool check metrics < /run/seen"));

        assertEquals("", opinion.output() + opinion.errors());
        assertEquals(0, opinion.status());
        assertTold(operations(id, "start", "ok") + " 1.0", text);
        assertTold(operations(id, "monitor", "not_running") + " 1.0", text);
        assertTold("pacemaker_remote_handshake_failures_total{cause=\"key\"} 1.0", text);
    }

    @Test
    @BeyondReference("has no metrics")
    void beginAnewWithTheDaemon(StandaloneNode node) throws IOException {
        Map<String, String> settings =
                Map.of("REMOTE_NODE_METRICS", PORT, "REMOTE_NODE_METRICS_FILE", FILE);
        node.replaceDaemon(settings);
        refuse(node);
        String before = metrics(node);
        Path file = node.host().file(FILE);
        Await.until("the file", LIMIT, () -> Files.exists(file));
        assertTold("pacemaker_remote_state{state=\"waiting\"} 1.0", Files.readString(file));

        node.daemon().terminate();
        node.daemon().awaitExit(LIMIT);
        assertFalse(Files.exists(file), "numbers of a daemon that does not run");
        node.restartDaemon(settings);
        String after = metrics(node);

        assertTold("pacemaker_remote_handshake_failures_total{cause=\"key\"} 1.0", before);
        assertTold("pacemaker_remote_handshake_failures_total{cause=\"key\"} 0.0", after);
        assertTrue(started(after) > started(before), "the start is not a later one");
    }

    @Test
    @BeyondReference("has no metrics")
    void areServedOnASocketTooAndTellWhoIsConnected(StandaloneNode node) throws IOException {
        node.replaceDaemon(Map.of("REMOTE_NODE_METRICS", SOCKET));

        assertTold("\nready, no cluster node is connected", overSocket(node, "/readyz"));
        try (var peer = node.connect()) {
            peer.signOn("pacemaker-remote-guest1:3121", true);
            assertTold("\nready, a cluster node is connected", overSocket(node, "/readyz"));
            assertTold("\npacemaker_remote_cluster_connected 1.0\n", overSocket(node, "/metrics"));
        }
        assertTold("HTTP/1.1 200 OK", overSocket(node, "/healthz"));
    }

    private static void refuse(StandaloneNode node) {
        PreSharedKey wrong = new PreSharedKey("guessed".getBytes(StandardCharsets.UTF_8));
        try (var _ = node.connect(ClientIdentity.of(wrong))) {
            throw new AssertionError("let in with a wrong key");
        } catch (LabException expected) {
            assertTold("HandshakeException", String.valueOf(expected.getCause()));
        }
    }

    private static String operations(String id, String action, String result) {
        return "pacemaker_remote_operations_total{action=\"%s\",agent=\"ocf:remotenode:Script\",resource=\"%s\",result=\"%s\"}"
                .formatted(action, id, result);
    }

    private static double started(String text) {
        String name = "process_start_time_seconds ";
        return text.lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
                .findFirst()
                .orElseThrow();
    }

    /** What comes after the headers; by bash, which every host has. */
    private static String metrics(StandaloneNode node) {
        String answer =
                node.host()
                        .run(
                                "bash",
                                "-c",
                                "exec 3<>/dev/tcp/127.0.0.1/%s; printf 'GET /metrics HTTP/1.1\\r\\n\\r\\n' >&3; cat <&3"
                                        .formatted(PORT));
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }

    private static String overSocket(StandaloneNode node, String path) throws IOException {
        UnixDomainSocketAddress address = UnixDomainSocketAddress.of(node.host().file(SOCKET));
        try (SocketChannel channel = SocketChannel.open(address)) {
            Channels.newOutputStream(channel)
                    .write(
                            "GET %s HTTP/1.1\r\n\r\n"
                                    .formatted(path)
                                    .getBytes(StandardCharsets.UTF_8));
            return new String(
                    Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void assertTold(String text, String where) {
        assertTrue(where.contains(text), () -> text + " is not in " + where);
    }
}
