package dev.remotenode.agent.cli;

import dev.remotenode.lrmd.client.NotificationListener;
import dev.remotenode.lrmd.message.Notification;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** Waits for the notification that answers a poke: the reply to it comes in any case. */
final class Pokes implements NotificationListener {
    private final AtomicReference<CompletableFuture<Notification>> awaited =
            new AtomicReference<>(new CompletableFuture<>());

    /** Completes with the next one. */
    CompletableFuture<Notification> next() {
        CompletableFuture<Notification> next = new CompletableFuture<>();
        awaited.set(next);
        return next;
    }

    @Override
    public void notified(Notification notification) {
        if (notification instanceof Notification.Served served
                && served.kind() == Notification.Kind.POKE) {
            awaited.get().complete(notification);
        }
    }
}
