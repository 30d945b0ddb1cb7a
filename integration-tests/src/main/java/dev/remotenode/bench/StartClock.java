package dev.remotenode.bench;

import dev.remotenode.lab.StandaloneNode;
import dev.remotenode.lab.daemon.DaemonProgram;
import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.host.HostProcess;
import dev.remotenode.lab.host.LabException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Measures from the exec of a daemon to the moment in which it can be connected to. */
final class StartClock {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final long PAUSE_NANOS = 500_000;

    private final StandaloneNode node;
    private final Command start;

    StartClock(StandaloneNode node, DaemonProgram program) {
        this.node = node;
        start = Command.of(Host.PROGRAMS + "/" + program.folder().relativize(program.executable()));
    }

    /** Starts the daemon, none running, and ends it again. */
    double measureMillis() {
        long begin = System.nanoTime();
        HostProcess daemon = node.host().start(start, "start.out");
        while (!accepts()) {
            if (Units.millisSince(begin) > LIMIT.toMillis() || !daemon.isAlive()) {
                throw new LabException("the daemon does not start: " + start);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        double millis = Units.millisSince(begin);
        daemon.terminate();
        daemon.awaitExit(LIMIT);
        return millis;
    }

    private boolean accepts() {
        try {
            node.connectPlain().close();
            return true;
        } catch (UncheckedIOException refused) {
            return false;
        }
    }
}
