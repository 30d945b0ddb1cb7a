package dev.remotenode.dist;

import dev.remotenode.lrmd.client.ClientLoop;
import dev.remotenode.lrmd.client.ExecutorClient;
import dev.remotenode.lrmd.message.AgentAddress;
import dev.remotenode.lrmd.message.Notification;
import dev.remotenode.lrmd.message.ProxyMessage;
import dev.remotenode.lrmd.message.Request;
import dev.remotenode.lrmd.tls.ClientIdentity;
import dev.remotenode.lrmd.tls.ClientIdentity.Versions;
import dev.remotenode.lrmd.tls.PreSharedKey;
import java.io.IOException;
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
    private static final String RESOURCE = "training";

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
     * Connects with either version of TLS and runs an agent's actions.
     *
     * @param agent an OCF agent that succeeds at whatever it is asked
     * @param tools the folder where the daemon serves local tools
     */
    static void run(int port, byte[] key, AgentAddress agent, Path tools)
            throws IOException, InterruptedException {
        PreSharedKey secret = new PreSharedKey(key);
        try (ClientLoop loop = new ClientLoop()) {
            for (Versions versions : Versions.values()) {
                try (TrainingSession session = new TrainingSession(loop, port, secret, versions)) {
                    session.work(agent);
                    TrainingTool.converse(tools);
                }
            }
        }
    }

    private void work(AgentAddress agent) throws InterruptedException {
        client.register("training", new Request.Register(Optional.of("1.2"), true)).join();
        Optional<String> resource = Optional.of(RESOURCE);
        ask(new Request.Poke());
        ask(new Request.RegisterResource(resource, agent, false));
        ask(new Request.ResourceInfo(resource));
        execute("start", 0);
        execute("monitor", MONITOR_INTERVAL_MILLIS);
        awaitCompletion();
        ask(new Request.GetRecurring(resource));
        ask(new Request.Cancel(resource, Optional.of("monitor"), MONITOR_INTERVAL_MILLIS));
        execute("stop", 0);
        ask(new Request.UnregisterResource(resource));
    }

    private void execute(String action, long interval) throws InterruptedException {
        var operation =
                new Request.Operation(
                        action,
                        interval,
                        TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS),
                        0,
                        Optional.of("training"),
                        new LinkedHashMap<>(Map.of("CRM_meta_timeout", "30000")));
        ask(new Request.Exec(Optional.of(RESOURCE), operation, false, false));
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
        switch (notification) {
            case Notification.ExecComplete completion -> completions.add(completion);
            case Notification.Proxied(ProxyMessage.Requested asked) -> answer(asked);
            default -> {}
        }
    }

    /** Says to a local tool what it has said itself, as an answer and as news. */
    private void answer(ProxyMessage.Requested asked) {
        forward(new ProxyMessage.Responded(asked.session(), asked.messageId(), asked.content()));
        forward(new ProxyMessage.Happened(asked.session(), asked.content()));
    }

    private void forward(ProxyMessage message) {
        client.ask(new Request.Forward(message));
    }

    @Override
    public void close() {
        client.close();
    }
}
