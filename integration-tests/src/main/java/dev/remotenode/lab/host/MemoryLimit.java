package dev.remotenode.lab.host;

import java.util.List;
import java.util.Optional;

/** Limits the memory of one process of a host and its children. */
public final class MemoryLimit implements AutoCloseable {
    private static final long MEGABYTE = 1 << 20;

    private static final ControlGroup.Kind MEMORY =
            new ControlGroup.Kind(
                    "memory",
                    List.of("memory.limit_in_bytes", "memory.max"),
                    Long.toString(Long.MAX_VALUE / 2));

    private final Host host;
    private final String pid;
    private final ControlGroup group;

    private MemoryLimit(Host host, String pid, ControlGroup group) {
        this.host = host;
        this.pid = pid;
        this.group = group;
    }

    /**
     * Sets no limit yet.
     *
     * @param pid as the host sees it
     * @return empty if this machine does not let us have a control group
     */
    public static Optional<MemoryLimit> of(Host host, String pid) {
        return ControlGroup.of(host, pid, MEMORY).map(group -> new MemoryLimit(host, pid, group));
    }

    /** From now on, they may have so much more than the process has now. */
    public void leave(int megabytes) {
        String resident = host.run("ps", "-o", "rss=", "-p", pid).strip();
        group.limit(Long.toString(Long.parseLong(resident) * 1024 + megabytes * MEGABYTE));
    }

    /** From now on, they may have what there is. */
    public void lift() {
        group.lift();
    }

    @Override
    public void close() {
        group.close();
    }
}
