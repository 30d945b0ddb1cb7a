package dev.remotenode.ocf.schedule;

import dev.remotenode.ocf.agent.AgentName;

/**
 * A registered resource.
 *
 * @param dropRecurring its recurring operations are cancelled when those who could want them are
 *     gone
 */
public record Resource(String id, AgentName agent, boolean dropRecurring) {}
