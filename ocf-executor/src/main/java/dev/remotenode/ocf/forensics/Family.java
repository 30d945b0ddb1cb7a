package dev.remotenode.ocf.forensics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the processes that belong to an agent: its descendants, and those that lost their parent
 * but are still in a process group or session that one of the family leads. Who has left both, and
 * whose parent has ended, cannot be told from a stranger.
 */
final class Family {

    private final ProcessTable table;
    private final Set<Integer> pids = new HashSet<>();
    private final List<Member> members = new ArrayList<>();

    private Family(ProcessTable table) {
        this.table = table;
    }

    /**
     * One process of the family.
     *
     * @param depth generations from the agent, which has 0
     */
    record Member(ProcessEntry process, int depth) {}

    /**
     * The family in an order in which children follow their parents; empty if the agent is gone.
     */
    static List<Member> of(int agent, ProcessTable table) {
        Family family = new Family(table);
        table.processes().stream()
                .filter(process -> process.pid() == agent)
                .findFirst()
                .ifPresent(process -> family.add(process, 0));
        Optional<ProcessEntry> orphan = family.findOrphan();
        while (orphan.isPresent()) {
            family.add(orphan.get(), 1);
            orphan = family.findOrphan();
        }
        return family.members;
    }

    private void add(ProcessEntry process, int depth) {
        pids.add(process.pid());
        members.add(new Member(process, depth));
        table.processes().stream()
                .filter(other -> other.parent() == process.pid() && !pids.contains(other.pid()))
                .sorted(Comparator.comparingLong(ProcessEntry::started))
                .forEach(child -> add(child, depth + 1));
    }

    private Optional<ProcessEntry> findOrphan() {
        return table.processes().stream()
                .filter(process -> !pids.contains(process.pid()))
                .filter(p -> pids.contains(p.group()) || pids.contains(p.session()))
                .min(Comparator.comparingLong(ProcessEntry::started));
    }
}
