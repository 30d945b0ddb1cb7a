package dev.remotenode.agent.announcement;

import dev.remotenode.ocf.schedule.EventLoop;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Announces each address when it appears: three times, as a frame may be lost, and then no more.
 * Used on the event loop.
 */
final class Announcer {
    private static final Logger log = LoggerFactory.getLogger(Announcer.class);
    private static final List<Duration> REPEATS =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(3));

    private final EventLoop loop;
    private final Consumer<LocalAddress> sender;
    private Set<LocalAddress> known = Set.of();

    Announcer(EventLoop loop, Consumer<LocalAddress> sender) {
        this.loop = loop;
        this.sender = sender;
    }

    /** Announces those that were not there before. */
    void addressesAre(Set<LocalAddress> now) {
        Set<LocalAddress> added = new HashSet<>(now);
        added.removeAll(known);
        known = Set.copyOf(now);
        added.forEach(this::announce);
    }

    private void announce(LocalAddress address) {
        log.debug("Announcing {} to the network", address.address().getHostAddress());
        sender.accept(address);
        REPEATS.forEach(delay -> loop.schedule(delay, () -> repeat(address)));
    }

    /** An address that has gone meanwhile may be another node's by now. */
    private void repeat(LocalAddress address) {
        if (known.contains(address)) {
            sender.accept(address);
        }
    }
}
