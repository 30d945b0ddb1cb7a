package dev.remotenode.bench;

import dev.remotenode.lab.StandaloneNode;
import dev.remotenode.lab.daemon.DaemonProgram;
import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.host.HostProcess;
import dev.remotenode.lab.host.LabException;
import dev.remotenode.lab.host.NetworkNamespace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures from the exec of a daemon to the moment in which it can be connected to. The exec is
 * that of a shell on the host, which notes the time right before; to enter the host is not part of
 * it.
 */
final class StartClock {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final long PAUSE_NANOS = 500_000;
    private static final double MICROS_PER_MILLI = 1000;
    private static final String NOTE = "/run/bench-exec";
    private static final String SHELL = "echo $EPOCHREALTIME >" + NOTE + "; exec \"$0\"";
    private static final InetSocketAddress ADDRESS =
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 3121);

    private final Host host;
    private final Command start;

    StartClock(StandaloneNode node, DaemonProgram program) {
        host = node.host();
        start = Command.of("bash", "-c", SHELL, program.pathOnHost());
    }

    /** Starts the daemon, none running, and ends it again. */
    double measureMillis() {
        HostProcess daemon = host.start(start, "start.out");
        Instant listening =
                new NetworkNamespace(host).call(() -> awaitListening(daemon, System.nanoTime()));
        double millis = ChronoUnit.MICROS.between(executed(), listening) / MICROS_PER_MILLI;
        daemon.terminate();
        daemon.awaitExit(LIMIT);
        return millis;
    }

    private Instant awaitListening(HostProcess daemon, long begin) {
        while (!accepts()) {
            if (Units.millisSince(begin) > LIMIT.toMillis() || !daemon.isAlive()) {
                throw new LabException("the daemon does not start: " + start);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return Instant.now();
    }

    private static boolean accepts() {
        try (SocketChannel socket = SocketChannel.open()) {
            return socket.connect(ADDRESS);
        } catch (IOException refused) {
            return false;
        }
    }

    private Instant executed() {
        try {
            BigDecimal seconds = new BigDecimal(Files.readString(host.file(NOTE)).strip());
            return Instant.EPOCH.plus(
                    seconds.movePointRight(6).longValueExact(), ChronoUnit.MICROS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
