package dev.remotenode.lab.host;

import java.util.Optional;

/** A control group for one process of a host and its children, which limits their memory. */
public final class MemoryLimit implements AutoCloseable {
    private static final long MEGABYTE = 1 << 20;

    /** Version 1 has a hierarchy for this alone, version 2 has one for everything. */
    private static final String MAKE =
            """
            for root in /sys/fs/cgroup/memory /sys/fs/cgroup; do
                group=$(mktemp -d $root/remote-node-XXXXXX 2>/dev/null) || continue
                [ -e $root/memory.limit_in_bytes ] || echo +memory >$root/cgroup.subtree_control
                for limit in memory.limit_in_bytes memory.max; do
                    [ -e $group/$limit ] && echo $1 >$group/cgroup.procs && echo $group/$limit && exit
                done
                rmdir $group
            done
            exit 1
            """;

    private final Host host;
    private final String pid;
    private final String file;

    private MemoryLimit(Host host, String pid, String file) {
        this.host = host;
        this.pid = pid;
        this.file = file;
    }

    /**
     * Puts a process into a group without a limit.
     *
     * @param pid as the host sees it
     * @return empty if this machine does not let us have such a group
     */
    public static Optional<MemoryLimit> of(Host host, String pid) {
        CommandResult made = host.run(Command.of("bash", "-c", MAKE, "make", pid));
        return made.succeeded()
                ? Optional.of(new MemoryLimit(host, pid, made.output().strip()))
                : Optional.empty();
    }

    /** From now on, group and process together may have so much more than the process has now. */
    public void leave(int megabytes) {
        String resident = host.run("ps", "-o", "rss=", "-p", pid).strip();
        set(Long.toString(Long.parseLong(resident) * 1024 + megabytes * MEGABYTE));
    }

    /** From now on, they may have what there is. */
    public void lift() {
        set(Long.toString(Long.MAX_VALUE / 2));
    }

    /** Lifts the limit, and puts what is in the group outside of all groups. */
    @Override
    public void close() {
        lift();
        host.run(
                "bash",
                "-c",
                "g=${1%/*}; while read p; do echo $p >${g%/*}/cgroup.procs; done <$g/cgroup.procs;"
                        + " rmdir $g",
                "close",
                file);
    }

    private void set(String bytes) {
        host.run("bash", "-c", "echo $1 >$2", "set", bytes, file);
    }
}
