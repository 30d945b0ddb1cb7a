package dev.remotenode.bench;

import dev.remotenode.bench.result.Metric;
import dev.remotenode.bench.result.Samples;
import dev.remotenode.lab.LabSettings;
import dev.remotenode.lab.StandaloneNode;
import dev.remotenode.lab.agent.ScriptAgent;
import dev.remotenode.lab.daemon.DaemonProgram;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/** One of the two daemons, on a host of its own, and what was measured of it. */
public final class Subject implements AutoCloseable {
    /** The agent whose actions are measured: the shortest that a shell can run. */
    static final String TRIVIAL_AGENT = "Trivial";

    private final DaemonProgram program;
    private final StandaloneNode node;
    private final Map<Metric, Samples> measured = new EnumMap<>(Metric.class);

    /** Starts the daemon that these name. */
    public Subject(LabSettings settings) {
        program = settings.program();
        node = StandaloneNode.open(settings, "bench-" + program.implementation());
        ScriptAgent.install(
                node.host(),
                TRIVIAL_AGENT,
                "#!/bin/sh\nexit 0\n".getBytes(StandardCharsets.US_ASCII));
    }

    /** What it runs. */
    public DaemonProgram program() {
        return program;
    }

    /** The host. */
    public StandaloneNode node() {
        return node;
    }

    Samples samples(Metric metric) {
        return measured.computeIfAbsent(metric, _ -> new Samples());
    }

    /** Forgets what was measured while everything was cold. */
    void forget() {
        measured.clear();
    }

    @Override
    public void close() {
        node.close();
    }
}
