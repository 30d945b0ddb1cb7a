package dev.remotenode.demo;

import dev.remotenode.lab.daemon.DaemonProgram;
import dev.remotenode.lab.host.Await;
import dev.remotenode.lab.host.LabException;
import dev.remotenode.lrmd.tls.PreSharedKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The daemon on loopback, with a key, an agent and a folder of its own; needs no root. */
final class LocalDaemon implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(20);
    private static final Duration EXIT_LIMIT = Duration.ofSeconds(10);
    private static final int KEY_BYTES = 4096;

    private final DaemonProgram program;
    private final Path folder = Files.createTempDirectory("remote-node-demo");
    private final byte[] key = new byte[KEY_BYTES];
    private final InetSocketAddress address = unusedAddress();
    private Optional<Process> process = Optional.empty();

    LocalDaemon(DaemonProgram program) throws IOException {
        this.program = program;
        new SecureRandom().nextBytes(key);
        Files.write(folder.resolve("authkey"), key);
        installAgent();
    }

    /** Starts it, and returns the lines that it logged until it was ready. */
    String start() {
        ProcessBuilder builder =
                new ProcessBuilder(
                        program.executable().toString(),
                        "-l",
                        log().toString(),
                        "-p",
                        Integer.toString(address.getPort()));
        builder.environment()
                .putAll(
                        Map.of(
                                "PCMK_remote_address",
                                address.getAddress().getHostAddress(),
                                "PCMK_authkey_location",
                                folder.resolve("authkey").toString(),
                                "PCMK_logfile",
                                "none",
                                "REMOTE_NODE_LOCAL_IPC",
                                "no",
                                "REMOTE_NODE_STATE_DIRECTORY",
                                folder.resolve("journal").toString(),
                                "REMOTE_NODE_CONTROL_SOCKET",
                                folder.resolve("control").toString(),
                                "REMOTE_NODE_ANNOUNCE_ADDRESSES",
                                "no",
                                "REMOTE_NODE_OCF_PATH",
                                folder.resolve("ocf").toString()));
        try {
            Process started = builder.inheritIO().start();
            process = Optional.of(started);
            Await.until(
                    "the daemon to accept connections",
                    START_LIMIT,
                    () -> !started.isAlive() || logged().contains(DaemonProgram.READY));
        } catch (IOException e) {
            throw new LabException("cannot start " + program, e);
        }
        return logged();
    }

    /** Asks it to end, and returns its exit status. */
    int stop() {
        Process running = process.orElseThrow();
        running.destroy();
        try {
            if (!running.waitFor(EXIT_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new LabException("the daemon did not end within " + EXIT_LIMIT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted while the daemon ends", e);
        }
        return running.exitValue();
    }

    InetSocketAddress address() {
        return address;
    }

    PreSharedKey key() {
        return new PreSharedKey(key);
    }

    /** Where the resource of the demo keeps its state. */
    Path stateFile() {
        return folder.resolve("lamp.state");
    }

    /** All that it has logged. */
    String logged() {
        try {
            return Files.exists(log()) ? Files.readString(log()) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        process.ifPresent(Process::destroyForcibly);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private Path log() {
        return folder.resolve("daemon.log");
    }

    private void installAgent() throws IOException {
        Path agent = folder.resolve("ocf/demo/Lamp");
        Files.createDirectories(Objects.requireNonNull(agent.getParent()));
        try (InputStream script = LocalDaemon.class.getResourceAsStream("Lamp")) {
            Files.write(agent, Objects.requireNonNull(script).readAllBytes());
        }
        Files.setPosixFilePermissions(agent, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static InetSocketAddress unusedAddress() throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocket socket = new ServerSocket(0, 1, loopback)) {
            return new InetSocketAddress(loopback, socket.getLocalPort());
        }
    }
}
