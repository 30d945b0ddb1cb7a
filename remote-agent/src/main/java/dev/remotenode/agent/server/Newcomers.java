package dev.remotenode.agent.server;

import io.netty.channel.Channel;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections that have not proven yet who they are. Each costs memory and a descriptor, so
 * there are not many: when there are too many, the oldest of the network that has the most of them
 * must go. A cluster node is done within milliseconds, and never the oldest for long.
 *
 * <p>Used on the event loop.
 */
final class Newcomers {

    private static final Logger log = LoggerFactory.getLogger(Newcomers.class);

    private final int most;
    private final int mostOfOne;
    private final Map<PeerNetwork, Deque<Channel>> byNetwork = new LinkedHashMap<>();
    private int total;
    private boolean crowded;

    /**
     * Begins without any.
     *
     * @param most how many there may be
     * @param mostOfOne how many of them may come from one network
     */
    Newcomers(int most, int mostOfOne) {
        this.most = most;
        this.mostOfOne = mostOfOne;
    }

    /** One more; another may have to go for it. */
    void arrived(Channel newcomer) {
        PeerNetwork network = PeerNetwork.of(newcomer);
        Deque<Channel> ofOne = byNetwork.computeIfAbsent(network, _ -> new ArrayDeque<>());
        ofOne.add(newcomer);
        total++;
        if (ofOne.size() > mostOfOne) {
            dismissOldest(network);
        } else if (total > most) {
            dismissOldest(largest());
        }
    }

    /** It has proven who it is, or has gone; it may be told twice. */
    void leaves(Channel newcomer) {
        byNetwork.computeIfPresent(
                PeerNetwork.of(newcomer),
                (_, ofOne) -> {
                    total -= ofOne.remove(newcomer) ? 1 : 0;
                    return ofOne.isEmpty() ? null : ofOne;
                });
        crowded = crowded && total > mostOfOne / 2;
    }

    private PeerNetwork largest() {
        return byNetwork.entrySet().stream()
                .max(Comparator.comparingInt(entry -> entry.getValue().size()))
                .map(Map.Entry::getKey)
                .orElseThrow();
    }

    private void dismissOldest(PeerNetwork network) {
        Channel oldest = byNetwork.getOrDefault(network, new ArrayDeque<>()).getFirst();
        if (!crowded) {
            crowded = true;
            log.warn(
                    "Too many connections from {} do not prove who they are: closing the oldest"
                            + " ones from now on",
                    network);
        }
        leaves(oldest);
        oldest.close();
    }
}
