package dev.remotenode.bench;

import dev.remotenode.lrmd.client.NotificationListener;
import dev.remotenode.lrmd.message.Notification;
import dev.remotenode.lrmd.message.Notification.Kind;
import dev.remotenode.lrmd.message.Notification.Served;
import dev.remotenode.lrmd.message.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Pokes, one after the other. The answer that a controller waits for is the notice and not the
 * reply. Works on the client's thread.
 */
public final class PokeSeries implements NotificationListener {
    private final BenchClient client;
    private final int count;
    private final List<Double> millis = new ArrayList<>();
    private final CompletableFuture<List<Double>> result = new CompletableFuture<>();
    private long askedAt;

    private PokeSeries(BenchClient client, int count) {
        this.client = client;
        this.count = count;
    }

    /**
     * Runs so many.
     *
     * @return how long each took, from its request to the notice, in milliseconds
     */
    public static List<Double> run(BenchClient client, int count) {
        PokeSeries series = new PokeSeries(client, count);
        client.listen(series);
        series.ask();
        return BenchClient.await(series.result);
    }

    private void ask() {
        askedAt = System.nanoTime();
        client.ask(new Request.Poke());
    }

    @Override
    public void notified(Notification notification) {
        if (!(notification instanceof Served served && served.kind() == Kind.POKE)) {
            return;
        }
        millis.add(Units.millisSince(askedAt));
        if (millis.size() < count) {
            ask();
        } else {
            result.complete(List.copyOf(millis));
        }
    }
}
