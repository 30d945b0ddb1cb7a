package dev.remotenode.bench.predictability;

import dev.remotenode.bench.BenchClient;
import dev.remotenode.lab.StandaloneNode;
import dev.remotenode.lrmd.client.ClientLoop;
import dev.remotenode.lrmd.client.NotificationListener;
import dev.remotenode.lrmd.message.Notification;
import dev.remotenode.lrmd.message.Notification.Kind;
import dev.remotenode.lrmd.message.Notification.Served;
import dev.remotenode.lrmd.message.Request;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/**
 * Asks the daemon for a sign of life all the time, on a connection and a thread of its own: who
 * waits is anybody who wants something of the daemon at that moment.
 */
final class PokeProbe implements NotificationListener, AutoCloseable {
    private static final long PAUSE_MICROS = 2_000;

    private final ClientLoop loop;
    private final BenchClient client;
    private final Queue<Span> waits = new ConcurrentLinkedQueue<>();
    private long askedAt;

    PokeProbe(StandaloneNode node) {
        loop = node.anotherLoop();
        client = BenchClient.signedOn(node, loop);
        client.listen(this);
        loop.eventLoop().execute(this::ask);
    }

    private void ask() {
        askedAt = System.nanoTime();
        client.ask(new Request.Poke());
    }

    @Override
    public void notified(Notification notification) {
        if (notification instanceof Served served && served.kind() == Kind.POKE && askedAt != 0) {
            waits.add(new Span(askedAt, System.nanoTime()));
            askedAt = 0;
            loop.eventLoop().schedule(this::ask, PAUSE_MICROS, TimeUnit.MICROSECONDS);
        }
    }

    /** How long each answer took, in the order in which they came. */
    List<Span> waits() {
        return List.copyOf(waits);
    }

    @Override
    public void close() {
        client.close();
        loop.close();
    }
}
