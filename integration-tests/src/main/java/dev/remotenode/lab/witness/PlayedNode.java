package dev.remotenode.lab.witness;

import dev.remotenode.lab.audit.Event;
import dev.remotenode.lab.audit.Order;
import dev.remotenode.lab.audit.Run;
import dev.remotenode.lab.audit.Verdict;
import dev.remotenode.lab.host.Await;
import dev.remotenode.lab.host.Outcome;
import dev.remotenode.lab.wire.Requests;
import dev.remotenode.lrmd.client.ExecutorClient;
import dev.remotenode.lrmd.client.NotificationListener;
import dev.remotenode.lrmd.message.Notification;
import dev.remotenode.lrmd.message.Notification.ExecComplete;
import dev.remotenode.lrmd.message.Reply;
import dev.remotenode.lrmd.message.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * A cluster node that asks for operations of {@link dev.remotenode.lab.agent.ActorAgent}, and puts
 * down what it asked and heard. It waits for nothing unless told to. For any thread.
 */
public final class PlayedNode implements NotificationListener {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration SETTLE_LIMIT = Duration.ofSeconds(60);
    private static final AtomicLong TICKETS = new AtomicLong();

    private final String name;
    private final Ledger ledger;
    private final Set<String> unreported = ConcurrentHashMap.newKeySet();
    private final Set<String> heard = ConcurrentHashMap.newKeySet();
    private final Set<String> cancelled = ConcurrentHashMap.newKeySet();
    private final Map<String, Request.Cancel> recurring = new ConcurrentHashMap<>();
    private final Map<String, Integer> cancelReplies = new ConcurrentHashMap<>();
    private final Set<Request.Cancel> uncertain = ConcurrentHashMap.newKeySet();
    private final AtomicLong pokes = new AtomicLong();
    private final ExecutorClient client;

    private PlayedNode(
            String name,
            Ledger ledger,
            Function<NotificationListener, CompletableFuture<ExecutorClient>> connect) {
        this.name = name;
        this.ledger = ledger;
        client = Outcome.of("connecting as " + name, LIMIT, connect.apply(this));
    }

    /** Connects and signs on. */
    public static PlayedNode join(
            String name,
            Ledger ledger,
            Function<NotificationListener, CompletableFuture<ExecutorClient>> connect) {
        PlayedNode node = new PlayedNode(name, ledger, connect);
        Request.Register request = new Request.Register(Optional.of("1.1"), true);
        Outcome.of("signing on", LIMIT, node.client.register(name, request));
        ledger.add(new Event.Joined(Instant.now(), name));
        node.client.closed().thenRun(() -> ledger.add(new Event.Left(Instant.now(), name)));
        return node;
    }

    /** Registers a resource of the agent. */
    public CompletableFuture<Reply> register(String resource) {
        return client.ask(Requests.register(resource, "remotenode", "Actor"));
    }

    /** Forgets a resource. */
    public CompletableFuture<Reply> unregister(String resource) {
        return client.ask(Requests.unregister(resource));
    }

    /**
     * Has an action run once.
     *
     * @param commands what the agent does, as commands of bash
     * @return the ticket
     */
    public String once(String resource, String action, Duration timeout, String commands) {
        String ticket = ticket(resource, action);
        unreported.add(ticket);
        order(
                new Order(ticket, resource, action, Order.Kind.ONCE),
                Requests.exec(resource, action, Duration.ZERO, timeout, does(ticket, commands)));
        return ticket;
    }

    /** Has a monitor run again and again. */
    public String monitor(String resource, Duration interval, Duration timeout, String commands) {
        String ticket = ticket(resource, "monitor");
        recurring.put(ticket, Requests.cancel(resource, "monitor", interval));
        order(
                new Order(ticket, resource, "monitor", Order.Kind.EVERY_RUN),
                Requests.exec(resource, "monitor", interval, timeout, does(ticket, commands)));
        return ticket;
    }

    /** Ends what recurs, by this or another node's wish. */
    public void cancel(String ticket) {
        Request.Cancel cancel = recurring.get(ticket);
        if (cancel != null) {
            client.ask(cancel).thenAccept(reply -> cancelReplies.put(ticket, reply.returnCode()));
        }
    }

    /**
     * Takes on what another node, which has left, asked for and has not seen the end of. What it
     * had no reply to may recur or not, and is ended.
     */
    public void inherit(PlayedNode other) {
        other.uncertain.forEach(client::ask);
        takeOver(other);
    }

    /** Some of it has been heard of already, when it was not known here what recurs. */
    private synchronized void takeOver(PlayedNode other) {
        recurring.putAll(other.recurring);
        recurring.keySet().removeAll(cancelled);
        heard.removeAll(recurring.keySet());
        unreported.addAll(other.unreported);
        unreported.removeAll(heard);
    }

    /** Asks for a sign of life; completes when the daemon has replied. */
    public CompletableFuture<Reply> poke() {
        return client.ask(new Request.Poke());
    }

    /** Waits until this was reported, whatever came of it. */
    public void awaitReport(String ticket) {
        Await.until(
                "a report of " + ticket, SETTLE_LIMIT, () -> fate(ticket), fate -> fate.reported);
    }

    /** What has become of something that was asked for, for who waits in vain. */
    private record Fate(boolean reported, boolean recurs, Optional<Integer> replyToCancel) {}

    private Fate fate(String ticket) {
        return new Fate(
                heard.contains(ticket),
                recurring.containsKey(ticket),
                Optional.ofNullable(cancelReplies.get(ticket)));
    }

    /** Ends all that recurs, and waits until everything that was asked for is reported. */
    public void settle() {
        recurring.keySet().forEach(this::cancel);
        Await.until(
                "reports to " + name,
                SETTLE_LIMIT,
                () -> List.of(Set.copyOf(unreported), Set.copyOf(recurring.keySet())),
                open -> open.stream().allMatch(Set::isEmpty));
    }

    /** What recurs now. */
    public List<String> recurring() {
        return List.copyOf(recurring.keySet());
    }

    /** Waits until no more one-time operations than these have not been reported yet. */
    public void awaitAtMost(int open) {
        Await.until("reports to " + name, SETTLE_LIMIT, () -> unreported.size() <= open);
    }

    /** How many signs of life have come back. */
    public long pokes() {
        return pokes.get();
    }

    /** Completes when the connection has ended, for whatever reason. */
    public CompletableFuture<Void> closed() {
        return client.closed();
    }

    /** Ends the connection; from then on, no reply is waited for. */
    public void leave() {
        client.close();
        Outcome.of("the end of " + name, LIMIT, client.closed());
    }

    @Override
    public void notified(Notification notification) {
        switch (notification) {
            case ExecComplete complete -> heard(complete);
            case Notification.Served _ -> pokes.incrementAndGet();
            case Notification.NewClient _, Notification.Proxied _ -> {}
        }
    }

    private void heard(ExecComplete complete) {
        Instant now = Instant.now();
        String ticket = complete.operation().parameters().getOrDefault("ticket", "none");
        Verdict verdict = verdict(complete.outcome().executionStatus());
        ledger.add(
                new Event.Reported(
                        now,
                        name,
                        ticket,
                        Optional.of(complete.callId()),
                        verdict,
                        complete.outcome().exitCode(),
                        complete.outcome().output().flatMap(Run::mentionedIn)));
        keepInMind(ticket, verdict);
    }

    private synchronized void keepInMind(String ticket, Verdict verdict) {
        if (verdict == Verdict.CANCELLED) {
            cancelled.add(ticket);
            recurring.remove(ticket);
        }
        if (!recurring.containsKey(ticket)) {
            heard.add(ticket);
            unreported.remove(ticket);
        }
    }

    /** A request that gets no reply is not accepted; whether it runs is another matter. */
    private void order(Order order, Request.Exec request) {
        ledger.add(new Event.Asked(Instant.now(), order));
        client.ask(request)
                .whenComplete((reply, failure) -> {
                    if (failure == null && reply.returnCode() > 0) {
                        ledger.add(
                                new Event.Accepted(
                                        Instant.now(), order.ticket(), reply.returnCode()));
                    } else {
                        unreported.remove(order.ticket());
                        Optional.ofNullable(recurring.remove(order.ticket()))
                                .ifPresent(uncertain::add);
                    }
                });
    }

    private static String ticket(String resource, String action) {
        return "%s-%s-%d".formatted(resource, action, TICKETS.incrementAndGet());
    }

    private static Map<String, String> does(String ticket, String commands) {
        Map<String, String> parameters = new HashMap<>();
        parameters.put("ticket", ticket);
        parameters.put("do", commands);
        return parameters;
    }

    /** By Pacemaker's numbers. */
    private static Verdict verdict(int executionStatus) {
        return switch (executionStatus) {
            case 0 -> Verdict.DONE;
            case 1 -> Verdict.CANCELLED;
            case 2 -> Verdict.TIMED_OUT;
            default -> Verdict.FAILED;
        };
    }
}
