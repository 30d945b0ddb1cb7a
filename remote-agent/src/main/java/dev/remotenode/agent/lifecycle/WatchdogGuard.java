package dev.remotenode.agent.lifecycle;

import dev.remotenode.agent.config.TimeText;
import dev.remotenode.agent.session.WatchdogCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the daemon on a node that the cluster believes to fence itself by a watchdog, but which
 * would not do so in time: a node that is not fenced when the cluster thinks it is corrupts data.
 */
public final class WatchdogGuard implements WatchdogCheck {

    private static final Logger log = LoggerFactory.getLogger(WatchdogGuard.class);

    private static final int EXIT_FATAL = 100;

    private final Optional<Duration> ownTimeout;
    private final ExitStatusSink exit;

    /**
     * @param ownTimeout after which sbd's watchdog resets this machine
     */
    public WatchdogGuard(Optional<Duration> ownTimeout, ExitStatusSink exit) {
        this.ownTimeout = ownTimeout;
        this.exit = exit;
    }

    @Override
    public void check(Optional<String> timeout) {
        Optional<Duration> expected = timeout.flatMap(this::expectation);
        if (expected.isEmpty()) {
            return;
        }
        if (!isSbdRunning()) {
            endWith("the cluster relies on this node's watchdog, but sbd is not running");
        } else if (ownTimeout.filter(own -> own.compareTo(expected.get()) > 0).isPresent()) {
            endWith("the cluster's watchdog timeout is shorter than SBD_WATCHDOG_TIMEOUT here");
        }
    }

    /** A negative value leaves it to us: twice our own timeout. */
    private Optional<Duration> expectation(String timeout) {
        return timeout.startsWith("-")
                ? ownTimeout.map(own -> own.multipliedBy(2))
                : TimeText.parse(timeout);
    }

    private void endWith(String reason) {
        log.error("Ending at once: {}", reason);
        exit.end(EXIT_FATAL);
    }

    /**
     * By name alone: the process whose number sbd once wrote down may be somebody else's by now.
     */
    private static boolean isSbdRunning() {
        return ProcessHandle.allProcesses().anyMatch(process -> name(process.pid()).equals("sbd"));
    }

    private static String name(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "comm")).strip();
        } catch (IOException endedMeanwhile) {
            return "";
        }
    }
}
