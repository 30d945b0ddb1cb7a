package dev.remotenode.agent.server;

import dev.remotenode.agent.session.EndReason;
import io.netty.channel.Channel;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is kept for all peers together: parts of messages that have not come in full, messages that
 * have not been read yet, and what a peer has not taken. When it is too much, the one for whom most
 * is kept must go. The largest message is a fraction of the limit.
 *
 * <p>Used on the event loop.
 */
final class PeerMemory {

    private static final Logger log = LoggerFactory.getLogger(PeerMemory.class);

    private static final double BYTES_PER_MEBIBYTE = 1024 * 1024;

    private final long most;
    private final Map<Channel, LongSupplier> kept = new LinkedHashMap<>();

    /**
     * Begins without peers.
     *
     * @param most how many bytes may be kept
     */
    PeerMemory(long most) {
        this.most = most;
    }

    void add(Channel peer, LongSupplier bytes) {
        kept.put(peer, bytes);
    }

    void remove(Channel peer) {
        kept.remove(peer);
    }

    /** Cuts off whoever it takes. */
    void check() {
        while (total() > most) {
            largest().ifPresent(this::cutOff);
        }
    }

    private long total() {
        return kept.values().stream().mapToLong(LongSupplier::getAsLong).sum();
    }

    private Optional<Channel> largest() {
        return kept.entrySet().stream()
                .max(Comparator.comparingLong(peer -> peer.getValue().getAsLong()))
                .map(Map.Entry::getKey);
    }

    private void cutOff(Channel peer) {
        LongSupplier bytes = kept.getOrDefault(peer, () -> 0);
        String reason =
                "%.0f MiB are kept for it, and %.0f for all peers"
                        .formatted(
                                bytes.getAsLong() / BYTES_PER_MEBIBYTE,
                                total() / BYTES_PER_MEBIBYTE);
        log.warn("Closing {}: {}", peer.remoteAddress(), reason);
        EndReason.note(peer, reason);
        remove(peer);
        peer.close();
    }
}
