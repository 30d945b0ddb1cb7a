package dev.remotenode.dist;

import dev.remotenode.lrmd.client.ClientLoop;
import dev.remotenode.lrmd.client.ExecutorClient;
import dev.remotenode.lrmd.message.AgentAddress;
import dev.remotenode.lrmd.message.Notification;
import dev.remotenode.lrmd.message.Request;
import dev.remotenode.lrmd.tls.ClientIdentity;
import dev.remotenode.lrmd.tls.ClientIdentity.Versions;
import dev.remotenode.lrmd.tls.PreSharedKey;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * What a cluster node would do: everything that is to be quick from the first time on. A cluster
 * node gives a handshake five seconds, on a machine that may be busy booting.
 */
final class TrainingSession implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;
    private static final long MONITOR_INTERVAL_MILLIS = 10;
    private static final String IDENTITY = "lrmd";
    private static final String SCRIPT = "training-script";
    private static final String ABSENT = "training-absent";

    private final BlockingQueue<Notification.ExecComplete> completions =
            new LinkedBlockingQueue<>();
    private final ExecutorClient client;

    private TrainingSession(ClientLoop loop, int port, PreSharedKey key, Versions versions) {
        this.client =
                ExecutorClient.connect(
                                loop,
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                                new ClientIdentity(IDENTITY, key, versions),
                                this::hear)
                        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                        .join();
    }

    /**
     * Connects with either version of TLS and runs agents.
     *
     * @param script any program that takes init script actions and succeeds
     */
    static void run(int port, byte[] key, Path script) throws InterruptedException {
        PreSharedKey secret = new PreSharedKey(key);
        try (ClientLoop loop = new ClientLoop()) {
            for (Versions versions : Versions.values()) {
                try (TrainingSession session = new TrainingSession(loop, port, secret, versions)) {
                    session.work(script);
                }
            }
        }
    }

    private void work(Path script) throws InterruptedException {
        client.register("training", new Request.Register(Optional.of("1.2"), true)).join();
        ask(new Request.Poke());
        // Refused for want of the agent, but only after everything else of OCF has been gone
        // through: no OCF agent is needed on the machine that builds this.
        register(ABSENT, new AgentAddress("ocf", Optional.of("training"), "Absent"));
        execute(ABSENT, "start", 0);
        register(SCRIPT, new AgentAddress("lsb", Optional.empty(), script.toString()));
        ask(new Request.ResourceInfo(Optional.of(SCRIPT)));
        execute(SCRIPT, "start", 0);
        execute(SCRIPT, "monitor", MONITOR_INTERVAL_MILLIS);
        awaitCompletion();
        ask(new Request.GetRecurring(Optional.of(SCRIPT)));
        ask(
                new Request.Cancel(
                        Optional.of(SCRIPT), Optional.of("monitor"), MONITOR_INTERVAL_MILLIS));
        execute(SCRIPT, "stop", 0);
        ask(new Request.UnregisterResource(Optional.of(SCRIPT)));
    }

    private void register(String resource, AgentAddress agent) {
        ask(new Request.RegisterResource(Optional.of(resource), agent, false));
    }

    private void execute(String resource, String action, long interval)
            throws InterruptedException {
        var operation =
                new Request.Operation(
                        action,
                        interval,
                        TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS),
                        0,
                        Optional.of("training"),
                        new LinkedHashMap<>(Map.of("CRM_meta_timeout", "30000")));
        ask(new Request.Exec(Optional.of(resource), operation, false, false));
        awaitCompletion();
    }

    private void ask(Request request) {
        client.ask(request).orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    private void awaitCompletion() throws InterruptedException {
        if (completions.poll(PATIENCE_SECONDS, TimeUnit.SECONDS) == null) {
            throw new IllegalStateException("The daemon did not report the end of an operation");
        }
    }

    private void hear(Notification notification) {
        if (notification instanceof Notification.ExecComplete completion) {
            completions.add(completion);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
