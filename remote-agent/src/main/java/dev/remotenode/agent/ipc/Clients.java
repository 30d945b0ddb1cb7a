package dev.remotenode.agent.ipc;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** All connected tools. Used on the event loop. */
final class Clients {

    private final IpcLimits limits;
    private final Set<ConnectedClient> connected = new LinkedHashSet<>();

    Clients(IpcLimits limits) {
        this.limits = limits;
    }

    void add(ConnectedClient client) {
        connected.add(client);
    }

    void remove(ConnectedClient client) {
        connected.remove(client);
    }

    /**
     * Cuts off tools that do not read, or do not finish what they send, before what is kept for
     * them takes too much memory.
     */
    void limitMemory() {
        List.copyOf(connected).stream()
                .filter(client -> client.backlog() > limits.backlogBytes())
                .forEach(Clients::cutOff);
        while (total() > limits.totalBytes()) {
            connected.stream()
                    .max(Comparator.comparingLong(Clients::kept))
                    .ifPresent(Clients::cutOff);
        }
    }

    void disconnectAll(String reason) {
        List.copyOf(connected).forEach(client -> client.disconnect(reason));
    }

    private long total() {
        return connected.stream().mapToLong(Clients::kept).sum();
    }

    private static long kept(ConnectedClient client) {
        return client.backlog() + client.unfinished();
    }

    private static void cutOff(ConnectedClient client) {
        client.disconnectAtFault(
                client.backlog() >= client.unfinished()
                        ? "it does not read the %d bytes that wait for it"
                                .formatted(client.backlog())
                        : "it does not finish a request, of which %d bytes have come"
                                .formatted(client.unfinished()));
    }
}
