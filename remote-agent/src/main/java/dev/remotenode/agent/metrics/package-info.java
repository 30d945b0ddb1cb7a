/**
 * Numbers for monitoring systems, and whether the daemon is alive and ready: over HTTP, and in a
 * file for node_exporter. Nothing of it is there unless it is asked for. {@link
 * dev.remotenode.agent.metrics.NodeMetrics} declares every number.
 */
@org.jspecify.annotations.NullMarked
package dev.remotenode.agent.metrics;
