package dev.remotenode.bench;

import dev.remotenode.bench.result.Figures;
import dev.remotenode.bench.result.Samples;
import dev.remotenode.lab.StandaloneNode;
import dev.remotenode.lab.wire.Requests;
import dev.remotenode.lrmd.message.Notification;
import dev.remotenode.lrmd.message.Notification.ExecComplete;
import dev.remotenode.lrmd.message.Notification.Kind;
import dev.remotenode.lrmd.message.Notification.Served;
import dev.remotenode.lrmd.message.Reply;
import dev.remotenode.lrmd.message.Request;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/**
 * A cluster node that does its work, whatever else goes on: fifty pokes a second, and a monitor
 * every second on each of twenty resources.
 */
final class HonestNode implements AutoCloseable {
    private static final Duration PACE = Duration.ofMillis(20);
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final int RESOURCES = 20;

    /** After that a controller gives a remote node up. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final BenchClient client;
    private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
    private final Map<String, Long> endedAt = new HashMap<>();
    private final Samples pokes = new Samples();
    private final Samples lateness = new Samples();
    private int failures;
    private int unanswered;

    private HonestNode(BenchClient client) {
        this.client = client;
    }

    static HonestNode signedOn(StandaloneNode node) {
        HonestNode honest = new HonestNode(BenchClient.signedOn(node));
        honest.client.listen(honest::notified);
        IntStream.range(0, RESOURCES)
                .mapToObj(i -> "resource-" + i)
                .forEach(id -> {
                    honest.client.register(id);
                    honest.client.ask(Requests.recurring(id, "monitor", INTERVAL, Map.of()));
                });
        return honest;
    }

    private record Answer(int call, long at) {}

    /** What it has noticed. */
    record Experience(Samples pokes, String monitors, String lost) {}

    /** Works for a while without an account. */
    void warmUp() {
        work(WARM_UP);
        synchronized (this) {
            pokes.clear();
            lateness.clear();
            failures = 0;
        }
    }

    /**
     * Works for so long, or until it would give up. As a controller, it sends no poke before it has
     * the answer to the last one, and does not make up for what it could not send meanwhile.
     */
    void work(Duration length) {
        long begin = System.nanoTime();
        long due = begin;
        while (System.nanoTime() - begin < length.toNanos()) {
            sleepUntil(due);
            if (!poke(due)) {
                return;
            }
            due = Math.max(due + PACE.toNanos(), System.nanoTime());
        }
    }

    /** Counts from the moment when it was due. */
    private boolean poke(long due) {
        Optional<Long> answered = answerTo(client.ask(new Request.Poke()));
        pokes.add(Units.millisBetween(due, answered.orElseGet(System::nanoTime)));
        unanswered += answered.isPresent() ? 0 : 1;
        return answered.isPresent();
    }

    /** The answer is the notice, as for a controller; pokes of others are noticed here as well. */
    private Optional<Long> answerTo(CompletableFuture<Reply> asked) {
        try {
            int call = asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).callId();
            Optional<Answer> next;
            do {
                next =
                        Optional.ofNullable(
                                answers.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
            } while (next.isPresent() && next.get().call() != call);
            return next.map(Answer::at);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        }
    }

    private static void sleepUntil(long due) {
        long left = due - System.nanoTime();
        if (left > 0) {
            try {
                TimeUnit.NANOSECONDS.sleep(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Comes on the client's thread. */
    private synchronized void notified(Notification notification) {
        long now = System.nanoTime();
        switch (notification) {
            case Served served when served.kind() == Kind.POKE ->
                    answers.add(new Answer(served.callId(), now));
            case ExecComplete complete -> completed(complete, now);
            default -> {}
        }
    }

    private void completed(ExecComplete complete, long now) {
        Optional.ofNullable(endedAt.put(complete.resourceId(), now))
                .ifPresent(before ->
                        lateness.add(
                                Units.millisBetween(before, now)
                                        - INTERVAL.toMillis()
                                        - complete.outcome().executionTime()));
        if (complete.outcome().executionStatus() != 0 || complete.outcome().exitCode() != 0) {
            failures++;
        }
    }

    synchronized Experience experience() {
        return new Experience(
                pokes,
                lateness.size() == 0 ? "none ran" : Figures.rounded(lateness.worstOfHundred()),
                lost());
    }

    private String lost() {
        if (unanswered > 0) {
            return "no answer for %d s".formatted(PATIENCE.toSeconds());
        }
        return failures > 0 ? failures + " monitors failed" : "nothing";
    }

    @Override
    public void close() {
        client.close();
    }
}
