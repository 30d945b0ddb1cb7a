package dev.remotenode.agent.config;

import java.nio.file.Path;

/** Where monitoring systems are served. */
public sealed interface MetricsPlace {

    /**
     * A TCP port.
     *
     * @param host an address of this host
     */
    record Port(String host, int port) implements MetricsPlace {}

    /** A Unix socket. */
    record Socket(Path path) implements MetricsPlace {}
}
