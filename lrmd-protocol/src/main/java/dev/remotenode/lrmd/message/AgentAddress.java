package dev.remotenode.lrmd.message;

import java.util.Optional;

/**
 * Which agent runs a resource.
 *
 * @param standard its class, such as {@code ocf}; empty if none was given
 * @param provider its provider, for {@code ocf}
 * @param type its name; empty if none was given
 */
public record AgentAddress(String standard, Optional<String> provider, String type) {}
