package dev.remotenode.agent.session;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What this node tells of itself to a cluster node that signs on.
 *
 * @param uptime how long the daemon has run
 * @param startState what the node wishes to be when it joins, if the operator said so
 */
public record NodeIdentity(Supplier<Duration> uptime, Optional<String> startState) {}
