package dev.remotenode.lab.audit;

import static java.util.stream.Collectors.groupingBy;

import dev.remotenode.lab.audit.Event.Accepted;
import dev.remotenode.lab.audit.Event.Asked;
import dev.remotenode.lab.audit.Event.Begun;
import dev.remotenode.lab.audit.Event.Ended;
import dev.remotenode.lab.audit.Event.Reported;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All that was seen, in the order of time, and ways to find one's way in it. */
public final class History {
    /** Whoever leaves so soon after something has happened may have missed the report. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<Event> events;
    private final Map<String, Asked> orders = new HashMap<>();
    private final Map<String, Accepted> accepted = new HashMap<>();
    private final Map<Run, Execution> executions = new LinkedHashMap<>();
    private final Map<String, List<Execution>> executionsOf;
    private final Map<String, List<Reported>> reportsOf;
    private final Map<String, NavigableMap<Instant, Boolean>> presences = new TreeMap<>();
    private final List<Instant> losses;

    /**
     * Takes what several witnesses have seen.
     *
     * @param seen in any order
     */
    public History(Collection<? extends Event> seen) {
        events =
                seen.stream()
                        .sorted(Comparator.comparing(Event::at))
                        .<Event>map(event -> event)
                        .toList();
        all(Asked.class).forEach(asked -> orders.putIfAbsent(asked.order().ticket(), asked));
        all(Accepted.class).forEach(reply -> accepted.putIfAbsent(reply.ticket(), reply));
        Map<Run, Ended> ends = new HashMap<>();
        all(Ended.class).forEach(end -> ends.putIfAbsent(end.run(), end));
        all(Begun.class)
                .forEach(begun ->
                        executions.put(
                                begun.run(),
                                new Execution(begun, Optional.ofNullable(ends.get(begun.run())))));
        executionsOf = executions.values().stream().collect(groupingBy(Execution::ticket));
        reportsOf = all(Reported.class).collect(groupingBy(Reported::ticket));
        all(Event.Joined.class)
                .forEach(joined -> presence(joined.listener()).put(joined.at(), true));
        all(Event.Left.class).forEach(left -> presence(left.listener()).put(left.at(), false));
        losses = all(Event.DaemonLost.class).map(Event::at).toList();
    }

    /** How much was seen. */
    public int size() {
        return events.size();
    }

    <E extends Event> Stream<E> all(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast);
    }

    Optional<Asked> asked(String ticket) {
        return Optional.ofNullable(orders.get(ticket));
    }

    Optional<Accepted> accepted(String ticket) {
        return Optional.ofNullable(accepted.get(ticket));
    }

    Collection<Execution> executions() {
        return executions.values();
    }

    Optional<Execution> execution(Run run) {
        return Optional.ofNullable(executions.get(run));
    }

    /** The oldest first. */
    List<Execution> executions(String ticket) {
        return executionsOf.getOrDefault(ticket, List.of());
    }

    /** The oldest first. */
    List<Reported> reports(String ticket) {
        return reportsOf.getOrDefault(ticket, List.of());
    }

    /** Whoever was there from a moment to the end, and the daemon with them. */
    List<String> listenersSince(Instant moment) {
        return listeners(moment, Instant.MAX);
    }

    /** Whoever was there from a moment on, long enough to hear of it, and the daemon with them. */
    List<String> listenersAfter(Instant moment) {
        return listeners(moment, moment.plus(PATIENCE));
    }

    private List<String> listeners(Instant moment, Instant last) {
        if (wasLostBetween(moment, last)) {
            return List.of();
        }
        return presences.entrySet().stream()
                .filter(presence -> wasThere(presence.getValue(), moment, last))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean wasThere(
            NavigableMap<Instant, Boolean> presence, Instant moment, Instant last) {
        Map.Entry<Instant, Boolean> before = presence.lowerEntry(moment);
        return before != null
                && before.getValue()
                && !presence.subMap(moment, true, last, false).containsValue(false);
    }

    private NavigableMap<Instant, Boolean> presence(String listener) {
        return presences.computeIfAbsent(listener, _ -> new TreeMap<>());
    }

    /** Whether the daemon ended between two moments. */
    boolean wasLostBetween(Instant earlier, Instant later) {
        return losses.stream().anyMatch(loss -> !loss.isBefore(earlier) && loss.isBefore(later));
    }
}
