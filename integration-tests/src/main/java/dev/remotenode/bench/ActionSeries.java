package dev.remotenode.bench;

import dev.remotenode.lab.host.LabException;
import dev.remotenode.lab.wire.Requests;
import dev.remotenode.lrmd.client.NotificationListener;
import dev.remotenode.lrmd.message.Notification;
import dev.remotenode.lrmd.message.Notification.ExecComplete;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * Actions of some resources: as soon as one of a resource has ended, the next is asked for, until
 * all have been. Works on the client's thread.
 */
public final class ActionSeries implements NotificationListener {
    private final BenchClient client;
    private final int count;
    private final Map<String, Long> askedAt = new HashMap<>();
    private final List<Double> millis = new ArrayList<>();
    private final CompletableFuture<List<Double>> result = new CompletableFuture<>();
    private int asked;

    private ActionSeries(BenchClient client, int count) {
        this.client = client;
        this.count = count;
    }

    /**
     * Runs so many actions in all, at any time one per resource.
     *
     * @return how long each took, from its request to the notice of its end, in milliseconds
     */
    public static List<Double> run(BenchClient client, List<String> resources, int count) {
        ActionSeries series = new ActionSeries(client, count);
        client.listen(series);
        synchronized (series) {
            resources.forEach(series::ask);
        }
        return BenchClient.await(series.result);
    }

    private void ask(String resource) {
        asked++;
        askedAt.put(resource, System.nanoTime());
        client.ask(Requests.once(resource, "monitor", Map.of()));
    }

    @Override
    public synchronized void notified(Notification notification) {
        if (!(notification instanceof ExecComplete complete)) {
            return;
        }
        if (complete.outcome().executionStatus() != 0 || complete.outcome().exitCode() != 0) {
            result.completeExceptionally(new LabException("an action failed: " + complete));
            return;
        }
        millis.add(Units.millisSince(Objects.requireNonNull(askedAt.get(complete.resourceId()))));
        if (asked < count) {
            ask(complete.resourceId());
        }
        if (millis.size() == count) {
            result.complete(List.copyOf(millis));
        }
    }
}
