package dev.remotenode.agent.servicemanager;

import dev.remotenode.ocf.posix.Datagrams;
import dev.remotenode.ocf.posix.Errno;
import dev.remotenode.ocf.posix.Texts;
import dev.remotenode.ocf.schedule.EventLoop;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the service manager how the daemon is, if there is one that listens. Never waits: what it
 * has no room for is said again a moment later, the latest word on each matter only. Used on the
 * event loop.
 */
public final class ServiceManager {

    private static final Logger log = LoggerFactory.getLogger(ServiceManager.class);

    private static final Duration RETRY = Duration.ofMillis(100);

    private final Optional<String> socket;
    private final EventLoop loop;
    private final Map<String, String> unsaid = new LinkedHashMap<>();
    private boolean retrying;

    /**
     * Makes the way to the service manager.
     *
     * @param socket where it listens, as {@link Supervision} has it
     */
    public ServiceManager(Optional<String> socket, EventLoop loop) {
        this.socket = socket;
        this.loop = loop;
    }

    /** The daemon is up; units that come after it may start. */
    public void ready() {
        tell("READY", "1");
    }

    /** What {@code systemctl status} shows: one line. */
    public void status(String text) {
        tell("STATUS", text.lines().findFirst().orElse(""));
    }

    /** The daemon is about to end, on whoever's wish. */
    public void stopping() {
        tell("STOPPING", "1");
    }

    /** The daemon needs so much more time to start, or to end, whatever its unit says. */
    public void extendTimeout(Duration time) {
        tell("EXTEND_TIMEOUT_USEC", Long.toString(TimeUnit.SECONDS.toMicros(time.toSeconds())));
    }

    /** A sign of life for the watchdog. */
    public void alive() {
        tell("WATCHDOG", "1");
    }

    private void tell(String matter, String word) {
        if (socket.isPresent()) {
            unsaid.put(matter, word);
            send(socket.get());
        }
    }

    private void send(String receiver) {
        String message =
                unsaid.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining("\n"));
        int outcome = Datagrams.send(receiver, message.getBytes(StandardCharsets.UTF_8));
        if (outcome == -Errno.EAGAIN) {
            retryLater(receiver);
            return;
        }
        if (outcome < 0) {
            log.debug("Cannot tell the service manager: {}", Texts.ofErrno(-outcome));
        }
        unsaid.clear();
    }

    private void retryLater(String receiver) {
        if (!retrying) {
            retrying = true;
            loop.schedule(RETRY, () -> retry(receiver));
        }
    }

    private void retry(String receiver) {
        retrying = false;
        if (!unsaid.isEmpty()) {
            send(receiver);
        }
    }
}
