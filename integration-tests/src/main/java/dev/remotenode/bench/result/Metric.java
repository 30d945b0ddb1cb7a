package dev.remotenode.bench.result;

import static dev.remotenode.bench.result.Better.HIGHER;
import static dev.remotenode.bench.result.Better.LOWER;
import static dev.remotenode.bench.result.Group.CLUSTER;
import static dev.remotenode.bench.result.Group.REMOTE_NODE;

/** What is measured of a daemon. */
public enum Metric implements Quantity {
    POKE("poke, from request to notice", "ms", LOWER, REMOTE_NODE),
    ACTION("trivial OCF action, from request to notice", "ms", LOWER, REMOTE_NODE),
    THROUGHPUT("actions with 256 resources in flight", "per second", HIGHER, REMOTE_NODE),
    PROCESSOR("processor time of the daemon, per action", "ms", LOWER, REMOTE_NODE),
    CONNECTION("connect, handshake and sign-on", "ms", LOWER, REMOTE_NODE),
    START("from exec to listening", "ms", LOWER, REMOTE_NODE),
    RESIDENT("resident memory after the work, once it is quiet", "MB", LOWER, REMOTE_NODE),
    PRIVATE("of which written to by itself", "MB", LOWER, REMOTE_NODE),
    WAKE_UPS_CONNECTED(
            "wake-ups when idle, a cluster node connected", "per minute", LOWER, REMOTE_NODE),
    PROCESSOR_CONNECTED(
            "processor time when idle, a cluster node connected",
            "ms per minute",
            LOWER,
            REMOTE_NODE),
    WAKE_UPS_ALONE("wake-ups when idle, nobody connected", "per minute", LOWER, REMOTE_NODE),
    PROCESSOR_ALONE(
            "processor time when idle, nobody connected", "ms per minute", LOWER, REMOTE_NODE),
    RESOURCES_STARTED(
            "40 resources of `ocf:pacemaker:Dummy` probed and started", "s", LOWER, CLUSTER);

    private final String title;
    private final String unit;
    private final Better better;
    private final Group group;

    Metric(String title, String unit, Better better, Group group) {
        this.title = title;
        this.unit = unit;
        this.better = better;
        this.group = group;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String unit() {
        return unit;
    }

    @Override
    public Better better() {
        return better;
    }

    @Override
    public boolean tailMatters() {
        return switch (this) {
            case POKE, ACTION, CONNECTION -> true;
            case THROUGHPUT,
                    PROCESSOR,
                    START,
                    RESIDENT,
                    PRIVATE,
                    WAKE_UPS_CONNECTED,
                    PROCESSOR_CONNECTED,
                    WAKE_UPS_ALONE,
                    PROCESSOR_ALONE,
                    RESOURCES_STARTED ->
                    false;
        };
    }

    @Override
    public Group group() {
        return group;
    }
}
