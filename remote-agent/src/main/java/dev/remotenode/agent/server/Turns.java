package dev.remotenode.agent.server;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Has work done one piece at a time, of each network in turn: who asks for much waits behind
 * himself.
 *
 * <p>Safe for use by several threads.
 */
final class Turns {

    private final Executor worker;
    private final Map<PeerNetwork, Deque<Runnable>> waiting = new LinkedHashMap<>();
    private boolean working;

    /**
     * Begins without work.
     *
     * @param worker does the work, one piece after the other
     */
    Turns(Executor worker) {
        this.worker = worker;
    }

    /** Takes work for a network. */
    Executor of(PeerNetwork network) {
        return work -> add(network, work);
    }

    private synchronized void add(PeerNetwork network, Runnable work) {
        waiting.computeIfAbsent(network, _ -> new ArrayDeque<>()).add(work);
        if (!working) {
            working = true;
            worker.execute(this::takeTurn);
        }
    }

    /** Gives the thread back after each piece, so that one which fails is not the last. */
    private void takeTurn() {
        try {
            next().ifPresent(Runnable::run);
        } finally {
            goOn();
        }
    }

    private synchronized Optional<Runnable> next() {
        Map.Entry<PeerNetwork, Deque<Runnable>> first = waiting.entrySet().iterator().next();
        PeerNetwork network = first.getKey();
        Deque<Runnable> all = first.getValue();
        waiting.remove(network);
        Optional<Runnable> next = Optional.ofNullable(all.poll());
        if (!all.isEmpty()) {
            waiting.put(network, all);
        }
        return next;
    }

    private synchronized void goOn() {
        working = !waiting.isEmpty();
        if (working) {
            worker.execute(this::takeTurn);
        }
    }
}
