package dev.remotenode.lab.wire;

import dev.remotenode.lab.host.LabException;
import dev.remotenode.lab.host.Outcome;
import dev.remotenode.lrmd.client.ClientLoop;
import dev.remotenode.lrmd.client.ExecutorClient;
import dev.remotenode.lrmd.message.Notification;
import dev.remotenode.lrmd.message.Reply;
import dev.remotenode.lrmd.message.Request;
import dev.remotenode.lrmd.tls.ClientIdentity;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/** A cluster node that does one thing after the other, and waits for each. */
public final class ClusterPeer implements AutoCloseable {
    /** As long as Pacemaker's own client waits for a reply. */
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private static final Duration NOTICE_LIMIT = Duration.ofSeconds(30);

    private final ExecutorClient client;
    private final Notices notices;

    private ClusterPeer(ExecutorClient client, Notices notices) {
        this.client = client;
        this.notices = notices;
    }

    /**
     * Connects.
     *
     * @throws LabException if that does not succeed, with the reason as its cause
     */
    public static ClusterPeer connect(
            ClientLoop loop, InetSocketAddress address, ClientIdentity identity) {
        Notices notices = new Notices();
        return new ClusterPeer(
                Outcome.of(
                        "connecting to " + address,
                        LIMIT,
                        ExecutorClient.connect(loop, address, identity, notices::add)),
                notices);
    }

    /** Signs on as a controller does, and as one that carries calls of local tools if wanted. */
    public Reply signOn(String name, boolean proxyProvider) {
        return Outcome.of(
                "signing on",
                LIMIT,
                client.register(name, new Request.Register(Optional.of("1.1"), proxyProvider)));
    }

    /** Asks, and waits for the reply. */
    public Reply ask(Request request) {
        return Outcome.of(request.getClass().getSimpleName(), LIMIT, client.ask(request));
    }

    /** Sends what gets no reply. */
    public void tell(Request request) {
        client.tell(request);
    }

    /** What the daemon has reported. */
    public Notices notices() {
        return notices;
    }

    /** Waits for the end of an operation, or of one run of a recurring one. */
    public Notification.ExecComplete awaitCompletion(String resource, String action) {
        return awaitCompletion(complete ->
                complete.resourceId().equals(resource)
                        && complete.operation().action().equals(action));
    }

    /** The same, for whatever completion is wanted. */
    public Notification.ExecComplete awaitCompletion(Predicate<Notification.ExecComplete> wanted) {
        return notices.take(Notification.ExecComplete.class, wanted, NOTICE_LIMIT);
    }

    /** Waits until the daemon has closed the connection. */
    public void awaitClosed() {
        Outcome.of("the end of the connection", LIMIT, client.closed());
    }

    @Override
    public void close() {
        client.close();
    }
}
