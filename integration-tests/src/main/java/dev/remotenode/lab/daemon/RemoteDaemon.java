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

/** One run of a Pacemaker Remote daemon on a host. */
public final class RemoteDaemon {
    private static final Duration START_LIMIT = Duration.ofSeconds(20);
    private static final Duration KILL_LIMIT = Duration.ofSeconds(5);

    private final HostProcess process;

    private RemoteDaemon(HostProcess process) {
        this.process = process;
    }

    /**
     * Starts the daemon and waits until it accepts connections.
     *
     * @param environment beside the usual, for instance {@code PCMK_debug}
     */
    public static RemoteDaemon start(
            Host host, DaemonProgram program, Map<String, String> environment) {
        // As the host sees it, who may have mounted something there.
        Path log = host.file("/var/log/pacemaker/pacemaker.log");
        int before = text(log).length();
        var command = Command.of(asService(program.pathOnHost())).withEnvironment(environment);
        HostProcess process = host.start(command, "pacemaker-remoted.out");
        Await.until(
                "the daemon on " + host + " to accept connections, see " + log,
                START_LIMIT,
                () -> {
                    if (!process.isAlive()) {
                        throw new LabException("the daemon on " + host + " ended, see " + log);
                    }
                    return text(log).substring(before).contains(DaemonProgram.READY);
                });
        return new RemoteDaemon(process);
    }

    /**
     * As a service of systemd: the limit of open files is below what would be allowed. The priority
     * is one that an administrator may have wanted, for the daemon.
     */
    private static List<String> asService(String program) {
        return List.of("nice", "-n", "-1", "prlimit", "--nofile=1024:", program);
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    /** SIGKILL; returns once the daemon is gone. The agents it started are not touched. */
    public void kill() {
        process.kill();
        process.awaitExit(KILL_LIMIT);
    }

    /** SIGTERM. */
    public void terminate() {
        process.terminate();
    }

    /** SIGSTOP: it does nothing until it is resumed. */
    public void pause() {
        process.pause();
    }

    /** SIGCONT. */
    public void resume() {
        process.resume();
    }

    /** SIGINT. */
    public void interrupt() {
        process.interrupt();
    }

    /** Waits for the daemon to end, and returns its exit status. */
    public int awaitExit(Duration limit) {
        return process.awaitExit(limit);
    }

    private static String text(Path log) {
        try {
            return Files.exists(log) ? Files.readString(log, StandardCharsets.ISO_8859_1) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
