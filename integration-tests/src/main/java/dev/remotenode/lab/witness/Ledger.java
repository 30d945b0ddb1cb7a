package dev.remotenode.lab.witness;

import dev.remotenode.lab.audit.Event;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What was seen so far. For any thread. */
public final class Ledger {
    private final List<Event> events = new ArrayList<>();

    /** Puts down one event. */
    public synchronized void add(Event event) {
        events.add(event);
    }

    /** Puts down several. */
    public synchronized void addAll(Collection<? extends Event> more) {
        events.addAll(more);
    }

    /** All that was put down, in the order of that. */
    public synchronized List<Event> events() {
        return List.copyOf(events);
    }
}
