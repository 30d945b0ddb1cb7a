package dev.remotenode.lab.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A control group for one process of a host and its children, which limits one thing for them. */
final class ControlGroup implements AutoCloseable {
    /** Version 1 has a hierarchy for each controller, version 2 has one for everything. */
    private static final String MAKE =
            """
            controller=$1
            process=$2
            shift 2
            for root in /sys/fs/cgroup/$controller /sys/fs/cgroup; do
                group=$(mktemp -d $root/remote-node-XXXXXX 2>/dev/null) || continue
                [ -e $root/cgroup.subtree_control ] && echo +$controller >$root/cgroup.subtree_control
                for limit; do
                    [ -e $group/$limit ] && echo $process >$group/cgroup.procs && echo $group/$limit && exit
                done
                rmdir $group
            done
            exit 1
            """;

    private static final String REMOVE =
            """
            group=${1%/*}
            while read process; do echo $process >${group%/*}/cgroup.procs; done <$group/cgroup.procs
            rmdir $group
            """;

    private final Host host;
    private final String file;
    private final String unlimited;

    private ControlGroup(Host host, String file, String unlimited) {
        this.host = host;
        this.file = file;
        this.unlimited = unlimited;
    }

    /**
     * What can be limited.
     *
     * @param controller as the kernel calls it
     * @param files of which each version has one
     * @param unlimited what is in it without a limit
     */
    record Kind(String controller, List<String> files, String unlimited) {}

    /**
     * Puts a process into a group without a limit.
     *
     * @param pid as the host sees it
     * @return empty if this machine does not let us have such a group
     */
    static Optional<ControlGroup> of(Host host, String pid, Kind kind) {
        List<String> make =
                new ArrayList<>(List.of("bash", "-c", MAKE, "make", kind.controller(), pid));
        make.addAll(kind.files());
        CommandResult made = host.run(Command.of(make));
        return made.succeeded()
                ? Optional.of(new ControlGroup(host, made.output().strip(), kind.unlimited()))
                : Optional.empty();
    }

    void limit(String most) {
        host.run("bash", "-c", "echo $1 >$2", "limit", most, file);
    }

    void lift() {
        limit(unlimited);
    }

    /** Lifts the limit, and puts what is in the group outside of all groups. */
    @Override
    public void close() {
        lift();
        host.run("bash", "-c", REMOVE, "remove", file);
    }
}
