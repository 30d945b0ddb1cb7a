package dev.remotenode.agent.fencing;

import dev.remotenode.agent.proxy.ProxySessions;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The fencer of the newest cluster node, as long as that is connected; of another one afterwards.
 * Used on the event loop.
 */
final class Fencer {

    private final ProxySessions cluster;
    private final Runnable whenLost;
    private Optional<FencerConnection> last = Optional.empty();

    /**
     * Connects with nothing yet.
     *
     * @param whenLost runs when a connection has ended, before its requests are told
     */
    Fencer(ProxySessions cluster, Runnable whenLost) {
        this.cluster = cluster;
        this.whenLost = whenLost;
    }

    /** Asks, and connects before if need be. The answer may come before this returns. */
    void ask(FencerRequest request, Consumer<FencerAnswer> answer) {
        FencerConnection connection =
                last.filter(FencerConnection::isOpen)
                        .orElseGet(() -> FencerConnection.open(cluster, whenLost));
        last = Optional.of(connection);
        connection.ask(request, answer);
    }
}
