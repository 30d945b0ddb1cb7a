package dev.remotenode.lab.daemon;

import dev.remotenode.lab.host.Await;
import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.host.HostProcess;
import dev.remotenode.lab.host.LabException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A daemon as the command of a container: the first process of a PID namespace inside of a host,
 * with whose network and files it works.
 */
public final class ContainerDaemon implements AutoCloseable {
    /** Where a daemon logs that has become a first process without being told where to log. */
    public static final String LOG = "pcmk-init.log";

    private static final Duration START_LIMIT = Duration.ofSeconds(20);
    private static final Duration END_LIMIT = Duration.ofSeconds(10);

    private final Host host;
    private final HostProcess process;

    private ContainerDaemon(Host host, HostProcess process) {
        this.host = host;
        this.process = process;
    }

    /**
     * Starts the daemon, and waits until it accepts connections.
     *
     * @param environment beside the usual
     */
    public static ContainerDaemon start(
            Host host, DaemonProgram program, Map<String, String> environment) {
        Path log = host.logs().resolve(LOG);
        int before = text(log).length();
        HostProcess process =
                host.start(
                        Command.of(
                                        List.of(
                                                "unshare",
                                                "--pid",
                                                "--fork",
                                                "--mount-proc",
                                                program.pathOnHost()))
                                .withEnvironment(environment),
                        "container.out");
        Await.until(
                "the daemon in a container to accept connections, see " + log,
                START_LIMIT,
                () -> {
                    if (!process.isAlive()) {
                        throw new LabException("the daemon in a container ended, see " + log);
                    }
                    return text(log).substring(before).contains(DaemonProgram.READY);
                });
        return new ContainerDaemon(host, process);
    }

    /** The processes of the container, a line each: id, parent's id, state, name. */
    public List<String> processes() {
        return host.run(
                        "sh",
                        "-c",
                        "nsenter --target $(pgrep --parent $(pgrep -x unshare)) --pid --mount"
                                + " ps -e -o pid=,ppid=,stat=,comm=")
                .lines()
                .map(line -> line.strip().replaceAll(" +", " "))
                .toList();
    }

    /** What the runtime of the container does to stop it. */
    public void terminate() {
        host.run("sh", "-c", "pkill -TERM --parent $(pgrep -x unshare)");
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    /** Waits for the container to end, and returns the exit status of its first process. */
    public int awaitExit() {
        return process.awaitExit(END_LIMIT);
    }

    /** Ends the container at once. */
    @Override
    public void close() {
        if (isRunning()) {
            host.run("sh", "-c", "pkill -KILL --parent $(pgrep -x unshare)");
            process.awaitExit(END_LIMIT);
        }
    }

    private static String text(Path log) {
        try {
            return Files.exists(log) ? Files.readString(log, StandardCharsets.ISO_8859_1) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
