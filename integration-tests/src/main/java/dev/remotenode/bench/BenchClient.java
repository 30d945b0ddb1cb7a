package dev.remotenode.bench;

import dev.remotenode.lab.StandaloneNode;
import dev.remotenode.lab.agent.ScriptAgent;
import dev.remotenode.lab.host.Outcome;
import dev.remotenode.lab.wire.Requests;
import dev.remotenode.lrmd.client.ExecutorClient;
import dev.remotenode.lrmd.client.NotificationListener;
import dev.remotenode.lrmd.message.Reply;
import dev.remotenode.lrmd.message.Request;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * A cluster node whose work is driven by what it hears, on the thread that hears it, so that no
 * hand-over between threads is measured.
 */
final class BenchClient implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final ExecutorClient client;
    private volatile NotificationListener listener = _ -> {};

    private BenchClient(Function<NotificationListener, CompletableFuture<ExecutorClient>> connect) {
        client = await(connect.apply(notification -> listener.notified(notification)));
    }

    /** Connects and signs on. */
    static BenchClient signedOn(StandaloneNode node) {
        BenchClient client = new BenchClient(node::connect);
        await(client.client.register("bench", new Request.Register(Optional.of("1.1"), false)));
        return client;
    }

    /** Registers a resource of the trivial agent. */
    void register(String id) {
        await(ask(Requests.register(id, ScriptAgent.PROVIDER, Subject.TRIVIAL_AGENT)));
    }

    CompletableFuture<Reply> ask(Request request) {
        return client.ask(request);
    }

    /** From now on, notifications go there. */
    void listen(NotificationListener newListener) {
        listener = newListener;
    }

    static <T> T await(CompletableFuture<T> result) {
        return Outcome.of("what shall be measured", LIMIT, result);
    }

    @Override
    public void close() {
        client.close();
    }
}
