package dev.remotenode.ocf.schedule;

import dev.remotenode.ocf.agent.AgentName;

/**
 * A registered resource.
 *
 * @param dropRecurring its recurring operations are cancelled when the last client is gone
 */
public record Resource(String id, AgentName agent, boolean dropRecurring) {}
