package dev.remotenode.bench;

import dev.remotenode.lab.cluster.Cluster;
import dev.remotenode.lab.cluster.ClusterStatus;
import dev.remotenode.lab.cluster.Placement;
import dev.remotenode.lab.cluster.Primitive;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Measures how long a cluster takes to probe and start resources that are all configured at once.
 * What is looked at is the node they run on alone: nobody else is asked about them.
 */
final class ResourcesClock {
    private static final int COUNT = 40;
    private static final String PREFIX = "bench-";
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final double MILLIS_PER_SECOND = 1000;

    private static final List<Primitive> RESOURCES =
            IntStream.rangeClosed(1, COUNT)
                    .mapToObj(i -> Primitive.of(PREFIX + i, "ocf:pacemaker:Dummy"))
                    .toList();

    private final Cluster cluster;
    private final String node;
    private final String other;

    /**
     * For one node.
     *
     * @param other the only other one of the cluster
     */
    ResourcesClock(Cluster cluster, String node, String other) {
        this.cluster = cluster;
        this.node = node;
        this.other = other;
    }

    /** From the change of the configuration to the last start; removes the resources after it. */
    double measureSeconds() {
        cluster.awaitIdle(LIMIT);
        cluster.cib().create(RESOURCES, List.of(Placement.outOfReach(other)));
        long begin = System.nanoTime();
        cluster.await("the start of %d resources".formatted(COUNT), LIMIT, this::allStarted);
        double seconds = Units.millisSince(begin) / MILLIS_PER_SECOND;
        cluster.awaitIdle(LIMIT);
        cluster.cib().deleteAllNamed(PREFIX);
        cluster.await("the end of the resources", LIMIT, ResourcesClock::allGone);
        return seconds;
    }

    private boolean allStarted(ClusterStatus now) {
        return RESOURCES.stream().allMatch(resource -> now.isStarted(resource.id(), node));
    }

    private static boolean allGone(ClusterStatus now) {
        return now.resources().stream().noneMatch(resource -> resource.id().startsWith(PREFIX));
    }
}
