package dev.remotenode.agent.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What is there for the operators of this node.
 *
 * @param stateDirectory folder of the journal; empty for no journal
 */
public record OperatorSettings(Optional<Path> stateDirectory) {}
