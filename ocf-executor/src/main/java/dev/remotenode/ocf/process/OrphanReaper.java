package dev.remotenode.ocf.process;

import dev.remotenode.ocf.posix.Processes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reaps the children that other processes have left to this one. A child of our own that it comes
 * across is reaped by its {@link ChildProcess}, so that no exit status of an agent is lost.
 * Confined to the thread of {@link Children}.
 */
final class OrphanReaper {

    private final Scratch scratch;
    private final Map<Integer, ChildProcess> own = new HashMap<>();

    /**
     * Makes the process the parent of its orphaned descendants; the first process of a container is
     * that anyway.
     *
     * @param scratch of the thread
     */
    OrphanReaper(Scratch scratch) {
        this.scratch = scratch;
        Processes.setChildSubreaper(1);
    }

    /** Notes a child of our own, before anything else happens on the thread. */
    void spare(ChildProcess child) {
        child.pid().ifPresent(pid -> own.put(pid, child));
    }

    /** Reaps all children that have ended. */
    void reap() {
        // The process id of a reaped child may be that of an orphan by now.
        own.values().removeIf(child -> child.pid().isEmpty());
        // The kernel shows the same child again until it is reaped, our own ones included.
        for (int pid = ended(); pid > 0; pid = ended()) {
            reap(pid);
        }
    }

    private int ended() {
        return Processes.findEnded(scratch.signalInfo());
    }

    private void reap(int pid) {
        Optional.ofNullable(own.remove(pid))
                .ifPresentOrElse(
                        ChildProcess::reap, () -> Processes.waitForPid(pid, scratch.signalInfo()));
    }
}
