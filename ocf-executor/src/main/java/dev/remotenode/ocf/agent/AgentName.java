package dev.remotenode.ocf.agent;

import java.util.Optional;

/**
 * Names a resource agent, such as {@code ocf:heartbeat:IPaddr2}.
 *
 * @param standard the class, such as {@code ocf} or {@code lsb}; {@code ""} if none was given
 * @param type the agent itself; {@code ""} if none was given
 */
public record AgentName(String standard, Optional<String> provider, String type) {

    /** Whether a second registration with this name is the same one (case does not count). */
    public boolean sameAgent(AgentName other) {
        return standard.equalsIgnoreCase(other.standard)
                && provider.orElse("").equalsIgnoreCase(other.provider.orElse(""))
                && type.equalsIgnoreCase(other.type);
    }
}
