package dev.remotenode.bench.growth;

import dev.remotenode.bench.BenchClient;
import dev.remotenode.lab.Fleet;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lrmd.client.ExecutorClient;
import dev.remotenode.lrmd.message.Request;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/**
 * One cluster node that is connected to all daemons of a fleet. It has only some handshakes under
 * way at any time, as Pacemaker waits for each but five seconds.
 */
final class FleetConnection implements AutoCloseable {
    private static final int AT_A_TIME = 8;

    private final Fleet fleet;
    private final Queue<Host> waiting;
    private final List<ExecutorClient> clients = new ArrayList<>();
    private final CompletableFuture<List<ExecutorClient>> all = new CompletableFuture<>();

    private FleetConnection(Fleet fleet) {
        this.fleet = fleet;
        waiting = new ArrayDeque<>(fleet.guests());
    }

    /** Connects and signs on everywhere. */
    static FleetConnection open(Fleet fleet) {
        FleetConnection connection = new FleetConnection(fleet);
        for (int i = 0; i < AT_A_TIME; i++) {
            connection.next();
        }
        BenchClient.await(connection.all);
        return connection;
    }

    private synchronized void next() {
        Host guest = waiting.poll();
        if (guest == null) {
            return;
        }
        fleet.connect(guest, _ -> {})
                .thenCompose(client ->
                        client.register("bench", new Request.Register(Optional.of("1.1"), true))
                                .thenApply(_ -> client))
                .whenComplete((client, failure) -> {
                    if (failure == null) {
                        connected(client);
                    } else {
                        all.completeExceptionally(failure);
                    }
                });
    }

    /** Comes on the thread of the loop. */
    private synchronized void connected(ExecutorClient client) {
        clients.add(client);
        next();
        if (clients.size() == fleet.guests().size()) {
            all.complete(clients);
        }
    }

    @Override
    public void close() {
        clients.forEach(ExecutorClient::close);
    }
}
