package dev.remotenode.agent.servicemanager;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the service manager has asked for in the environment of the process.
 *
 * @param socket where it wants to be told: a path, or {@code @} and a name outside of the file
 *     system; empty if nobody listens
 * @param watchdog after this long without a sign of life the service manager ends the process
 */
public record Supervision(Optional<String> socket, Optional<Duration> watchdog) {

    private static final String SOCKET = "NOTIFY_SOCKET";
    private static final String WATCHDOG_MICROSECONDS = "WATCHDOG_USEC";
    private static final String WATCHDOG_PROCESS = "WATCHDOG_PID";

    /** Meant for this process alone: a program that it starts must not speak in its name. */
    public static final Set<String> VARIABLES =
            Set.of(SOCKET, WATCHDOG_MICROSECONDS, WATCHDOG_PROCESS);

    /**
     * Reads the variables; what makes no sense is as good as absent.
     *
     * @param pid of this process, which the watchdog may or may not be meant for
     */
    public static Supervision of(Map<String, String> environment, long pid) {
        Optional<String> socket =
                Optional.ofNullable(environment.get(SOCKET))
                        .filter(name -> name.length() > 1)
                        .filter(name -> name.startsWith("/") || name.startsWith("@"));
        boolean forUs =
                Long.toString(pid)
                        .equals(environment.getOrDefault(WATCHDOG_PROCESS, Long.toString(pid)));
        Optional<Duration> watchdog =
                Optional.ofNullable(environment.get(WATCHDOG_MICROSECONDS))
                        .filter(number -> forUs && number.matches("[1-9]\\d{0,17}"))
                        .map(number -> Duration.of(Long.parseLong(number), ChronoUnit.MICROS));
        return new Supervision(socket, watchdog);
    }
}
