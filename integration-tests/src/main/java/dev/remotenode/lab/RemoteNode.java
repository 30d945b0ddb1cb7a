package dev.remotenode.lab;

import dev.remotenode.lab.daemon.DaemonProgram;
import dev.remotenode.lab.daemon.RemoteDaemon;
import dev.remotenode.lab.host.Host;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;

/**
 * A host outside of the cluster with a Pacemaker Remote daemon, that the cluster runs resources on.
 */
public final class RemoteNode {
    private final Host host;
    private final DaemonProgram program;
    private final Map<String, String> usualEnvironment;
    private RemoteDaemon daemon;

    private RemoteNode(
            Host host,
            DaemonProgram program,
            Map<String, String> usualEnvironment,
            RemoteDaemon daemon) {
        this.host = host;
        this.program = program;
        this.usualEnvironment = Map.copyOf(usualEnvironment);
        this.daemon = daemon;
    }

    /** Starts the daemon on a host. */
    static RemoteNode start(Host host, DaemonProgram program, Map<String, String> environment) {
        return new RemoteNode(
                host, program, environment, RemoteDaemon.start(host, program, environment));
    }

    /** Its name in the cluster, and the id of the resource that is the connection to it. */
    public String name() {
        return host.name();
    }

    public Host host() {
        return host;
    }

    /** The daemon that runs now, or ran last. */
    public RemoteDaemon daemon() {
        return daemon;
    }

    /** All that the daemon has logged, this run of it and those before. */
    public String log() {
        try {
            return Files.readString(
                    host.logs().resolve("pacemaker/pacemaker.log"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills the daemon and starts another, with some variables beside the usual. */
    public void replaceDaemon(Map<String, String> environment) {
        daemon.kill();
        restartDaemon(environment);
    }

    /** Starts the daemon again, after it has ended. */
    public void restartDaemon() {
        restartDaemon(Map.of());
    }

    /** The same, with some variables in its environment beside the usual. */
    public void restartDaemon(Map<String, String> environment) {
        if (daemon.isRunning()) {
            throw new IllegalStateException("the daemon on " + host + " still runs");
        }
        Map<String, String> merged = new HashMap<>(usualEnvironment);
        merged.putAll(environment);
        daemon = RemoteDaemon.start(host, program, merged);
    }
}
