package dev.remotenode.lab.host;

import java.util.Optional;

/**
 * A control group for one process of a host, which limits how many processes and threads it may
 * have.
 */
public final class ProcessCountLimit implements AutoCloseable {
    /** Version 1 has a hierarchy for this alone, version 2 has one for everything. */
    private static final String MAKE =
            """
            for root in /sys/fs/cgroup/pids /sys/fs/cgroup; do
                group=$(mktemp -d $root/remote-node-XXXXXX 2>/dev/null) || continue
                [ -e $group/pids.max ] || echo +pids >$root/cgroup.subtree_control
                [ -e $group/pids.max ] && echo $1 >$group/cgroup.procs && echo $group && exit
                rmdir $group
            done
            exit 1
            """;

    private final Host host;
    private final String group;

    private ProcessCountLimit(Host host, String group) {
        this.host = host;
        this.group = group;
    }

    /**
     * Puts a process into a group without a limit.
     *
     * @param pid as the host sees it
     * @return empty if this machine does not let us have such a group
     */
    public static Optional<ProcessCountLimit> of(Host host, String pid) {
        CommandResult made = host.run(Command.of("bash", "-c", MAKE, "make", pid));
        return made.succeeded()
                ? Optional.of(new ProcessCountLimit(host, made.output().strip()))
                : Optional.empty();
    }

    /** From now on the process gets none any more. */
    public void forbidMore() {
        set("1");
    }

    public void lift() {
        set("max");
    }

    /** Lifts the limit, and puts what is in the group outside of all groups. */
    @Override
    public void close() {
        lift();
        host.run(
                "bash",
                "-c",
                "while read p; do echo $p >${1%/*}/cgroup.procs; done <$1/cgroup.procs; rmdir $1",
                "close",
                group);
    }

    private void set(String limit) {
        host.run("bash", "-c", "echo $1 >$2/pids.max", "set", limit, group);
    }
}
