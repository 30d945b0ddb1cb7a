package dev.remotenode.dist;

import dev.remotenode.lrmd.message.AgentAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** One life of the daemon, from its start over a connection's work to its orderly end. */
final class TrainingRun {
    private static final String STARTED = "successfully started";
    private static final int KEY_BYTES = 4096;
    private static final String OCF_FOLDER = "training-ocf";
    private static final String PROVIDER = "training";
    private static final AgentAddress AGENT =
            new AgentAddress("ocf", Optional.of(PROVIDER), "Script");

    private TrainingRun() {}

    /**
     * Starts the daemon on the loopback interface, lets a client work with it, ends it.
     *
     * @throws IllegalStateException it did not come up or did not end well; the message has its log
     */
    static void of(Path image, Path work) throws IOException, InterruptedException {
        byte[] key = new byte[KEY_BYTES];
        ThreadLocalRandom.current().nextBytes(key);
        Path keyFile = Files.write(work.resolve("training.authkey"), key);
        makeAgent(work);
        int port = freePort();
        // Not below the work folder: a socket's path may have no more than 107 bytes.
        Path tools = Files.createTempDirectory("training");
        Process daemon = start(image, work, keyFile, port, tools);
        StringBuilder log = new StringBuilder();
        try (BufferedReader output = daemon.inputReader()) {
            awaitStart(output, log);
            TrainingSession.run(port, key, AGENT, tools);
            // By its handle: Process.destroy would close the pipe under the last words too.
            daemon.toHandle().destroy();
            output.lines().forEach(line -> log.append(line).append('\n'));
            if (!daemon.waitFor(1, TimeUnit.MINUTES) || daemon.exitValue() != 0) {
                throw new IllegalStateException("The daemon did not end well:\n" + log);
            }
        } finally {
            daemon.destroyForcibly();
        }
        // Fails if the daemon has left something there.
        Files.delete(tools);
    }

    private static Process start(Path image, Path work, Path keyFile, int port, Path tools)
            throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(image.resolve(Program.DAEMON.executable()).toString())
                        .redirectErrorStream(true);
        builder.environment()
                .putAll(
                        Map.of(
                                "REMOTE_NODE_STATE_DIRECTORY",
                                work.resolve("journal").toString(),
                                "REMOTE_NODE_CONTROL_SOCKET",
                                tools.resolve("control").toString()));
        builder.environment()
                .putAll(
                        Map.of(
                                "PCMK_remote_address",
                                InetAddress.getLoopbackAddress().getHostAddress(),
                                "PCMK_remote_port",
                                Integer.toString(port),
                                "PCMK_authkey_location",
                                keyFile.toString(),
                                // A build is nobody's business on the network.
                                "REMOTE_NODE_ANNOUNCE_ADDRESSES",
                                "no",
                                // The names of the local services belong to whoever runs here.
                                "REMOTE_NODE_LOCAL_IPC",
                                tools.toString(),
                                "REMOTE_NODE_OCF_PATH",
                                work.resolve(OCF_FOLDER).toString(),
                                "PCMK_logfile",
                                work.resolve("training.log").toString(),
                                "PCMK_logfacility",
                                "none",
                                "PCMK_stderr",
                                "yes"));
        return builder.start();
    }

    private static void awaitStart(BufferedReader output, StringBuilder log) throws IOException {
        while (log.indexOf(STARTED) < 0) {
            String line = output.readLine();
            if (line == null) {
                throw new IllegalStateException("The daemon did not start:\n" + log);
            }
            log.append(line).append('\n');
        }
    }

    private static void makeAgent(Path work) throws IOException {
        Path folder = Files.createDirectories(work.resolve(OCF_FOLDER).resolve(PROVIDER));
        Path script = Files.writeString(folder.resolve(AGENT.type()), "#!/bin/sh\nexit 0\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
