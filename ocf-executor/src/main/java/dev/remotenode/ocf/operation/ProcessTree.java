package dev.remotenode.ocf.operation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An agent and the processes that it started, at a moment.
 *
 * @param processes the agent first, parents before their children; at times nothing was to be seen
 * @param complete nothing was left out to save time or room
 */
public record ProcessTree(List<ProcessSnapshot> processes, boolean complete) {

    private static final Comparator<ProcessSnapshot> BY_TELLING =
            Comparator.comparing(ProcessSnapshot::cannotBeKilled)
                    .thenComparing(process -> !process.hasEnded())
                    .thenComparingInt(ProcessSnapshot::depth)
                    .thenComparing(process -> !process.waitsForPipe());

    public ProcessTree {
        processes = List.copyOf(processes);
    }

    /**
     * The process that most likely explains why the agent hangs: one that cannot be killed, else
     * the deepest. In doubt it is the last one, as a script waits for what it started last.
     */
    public Optional<ProcessSnapshot> mostTelling() {
        return processes.reversed().stream().max(BY_TELLING);
    }

    /** Processes that will outlive the kill of the agent's process group. */
    public List<ProcessSnapshot> outsideOfGroup() {
        return processes.stream().filter(ProcessSnapshot::leftGroup).toList();
    }
}
