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

    /** Cuts off tools that do not read, before what waits for them takes too much memory. */
    void limitBacklogs() {
        List.copyOf(connected).stream()
                .filter(client -> client.backlog() > limits.backlogBytes())
                .forEach(Clients::cutOff);
        while (total() > limits.totalBacklogBytes()) {
            connected.stream()
                    .max(Comparator.comparingLong(ConnectedClient::backlog))
                    .ifPresent(Clients::cutOff);
        }
    }

    void disconnectAll(String reason) {
        List.copyOf(connected).forEach(client -> client.disconnect(reason));
    }

    private long total() {
        return connected.stream().mapToLong(ConnectedClient::backlog).sum();
    }

    private static void cutOff(ConnectedClient client) {
        client.disconnectAtFault(
                "it does not read the %d bytes that wait for it".formatted(client.backlog()));
    }
}
