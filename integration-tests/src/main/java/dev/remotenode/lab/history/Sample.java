package dev.remotenode.lab.history;

import dev.remotenode.lab.cluster.ClusterStatus;
import java.time.Duration;

/**
 * One look at a cluster.
 *
 * @param at since the recording began
 */
public record Sample(Duration at, ClusterStatus status) {}
