package dev.remotenode.lab.host;

import java.util.List;
import java.util.Optional;

/** Limits how many processes and threads one process of a host and its children may have. */
public final class ProcessCountLimit implements AutoCloseable {
    private static final ControlGroup.Kind COUNT =
            new ControlGroup.Kind("pids", List.of("pids.max"), "max");

    private final ControlGroup group;

    private ProcessCountLimit(ControlGroup group) {
        this.group = group;
    }

    /**
     * Sets no limit yet.
     *
     * @param pid as the host sees it
     * @return empty if this machine does not let us have a control group
     */
    public static Optional<ProcessCountLimit> of(Host host, String pid) {
        return ControlGroup.of(host, pid, COUNT).map(ProcessCountLimit::new);
    }

    /** From now on the process gets none any more. */
    public void forbidMore() {
        group.limit("1");
    }

    public void lift() {
        group.lift();
    }

    @Override
    public void close() {
        group.close();
    }
}
