package dev.remotenode.bench;

import dev.remotenode.lab.StandaloneNode;
import dev.remotenode.lab.agent.ScriptAgent;
import dev.remotenode.lab.host.Outcome;
import dev.remotenode.lab.wire.Requests;
import dev.remotenode.lrmd.client.ClientLoop;
import dev.remotenode.lrmd.client.ExecutorClient;
import dev.remotenode.lrmd.client.NotificationListener;
import dev.remotenode.lrmd.message.Reply;
import dev.remotenode.lrmd.message.Request;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * A cluster node whose work is driven by what it hears, on the thread that hears it, so that no
 * hand-over between threads is measured.
 */
public final class BenchClient implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final ExecutorClient client;
    private volatile NotificationListener listener = _ -> {};

    private BenchClient(Function<NotificationListener, CompletableFuture<ExecutorClient>> connect) {
        client = await(connect.apply(notification -> listener.notified(notification)));
    }

    /** Connects and signs on. */
    public static BenchClient signedOn(StandaloneNode node) {
        return signedOn(node::connect, false);
    }

    /** The same as one that carries calls of local tools. */
    public static BenchClient provider(StandaloneNode node) {
        return signedOn(node::connect, true);
    }

    /** Connects and signs on, on a thread of the caller's. */
    public static BenchClient signedOn(StandaloneNode node, ClientLoop loop) {
        return signedOn(listener -> node.connect(loop, listener), false);
    }

    private static BenchClient signedOn(
            Function<NotificationListener, CompletableFuture<ExecutorClient>> connect,
            boolean provider) {
        BenchClient client = new BenchClient(connect);
        await(client.client.register("bench", new Request.Register(Optional.of("1.1"), provider)));
        return client;
    }

    /** Registers a resource of the trivial agent. */
    public void register(String id) {
        await(beginToRegister(id));
    }

    /** The same for many, without waiting for each. */
    public void registerAll(List<String> ids) {
        CompletableFuture<?>[] replies =
                ids.stream().map(this::beginToRegister).toArray(CompletableFuture<?>[]::new);
        await(CompletableFuture.allOf(replies));
    }

    private CompletableFuture<Reply> beginToRegister(String id) {
        return ask(Requests.register(id, ScriptAgent.PROVIDER, Subject.TRIVIAL_AGENT));
    }

    /** Asks something; the reply comes on the client's thread. */
    public CompletableFuture<Reply> ask(Request request) {
        return client.ask(request);
    }

    /** From now on, notifications go there. */
    public void listen(NotificationListener newListener) {
        listener = newListener;
    }

    /** Waits for what another thread will have done. */
    public static <T> T await(CompletableFuture<T> result) {
        return Outcome.of("what shall be measured", LIMIT, result);
    }

    @Override
    public void close() {
        client.close();
    }
}
