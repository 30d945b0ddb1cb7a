package dev.remotenode.agent.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What is there for the operators of this node.
 *
 * @param stateDirectory folder of the journal; empty for no journal
 * @param controlSocket where their programs connect; empty for nowhere
 * @param metrics where monitoring systems are served; empty for nowhere
 * @param metricsFile where numbers are written for node_exporter; empty for nowhere
 */
public record OperatorSettings(
        Optional<Path> stateDirectory,
        Optional<Path> controlSocket,
        Optional<MetricsPlace> metrics,
        Optional<Path> metricsFile) {}
