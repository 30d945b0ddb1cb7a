package dev.remotenode.lab.wire;

import dev.remotenode.lab.host.LabException;
import dev.remotenode.lrmd.message.Notification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** What a daemon has reported and nobody has asked for yet, oldest first. For one reader. */
public final class Notices {
    private final BlockingQueue<Notification> arriving = new LinkedBlockingQueue<>();
    private final List<Notification> unread = new ArrayList<>();

    void add(Notification notification) {
        arriving.add(notification);
    }

    /**
     * Takes the oldest notification of a kind out, waiting for it if need be.
     *
     * @throws LabException if none comes within the limit
     */
    public <N extends Notification> N take(
            Class<N> kind, Predicate<? super N> wanted, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        arriving.drainTo(unread);
        Optional<N> found = takeUnread(kind, wanted);
        while (found.isEmpty()) {
            unread.add(awaitNext(kind, deadline));
            found = takeUnread(kind, wanted);
        }
        return found.get();
    }

    /** All that is unread, taken out. */
    public List<Notification> takeAll() {
        arriving.drainTo(unread);
        List<Notification> all = List.copyOf(unread);
        unread.clear();
        return all;
    }

    private <N extends Notification> Optional<N> takeUnread(
            Class<N> kind, Predicate<? super N> wanted) {
        for (Iterator<Notification> all = unread.iterator(); all.hasNext(); ) {
            Notification next = all.next();
            if (kind.isInstance(next) && wanted.test(kind.cast(next))) {
                all.remove();
                return Optional.of(kind.cast(next));
            }
        }
        return Optional.empty();
    }

    private Notification awaitNext(Class<?> kind, long deadline) {
        try {
            return Optional.ofNullable(
                            arriving.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS))
                    .orElseThrow(() -> inVain(kind));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted while waiting for a notification", e);
        }
    }

    private LabException inVain(Class<?> kind) {
        return new LabException(
                "waited in vain for %s; unread are %s".formatted(kind.getSimpleName(), unread));
    }
}
