package dev.remotenode.bench;

import dev.remotenode.lab.host.Host;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/**
 * How long the daemon of a host has kept processors busy since it started. What else the machine
 * does hardly changes it, unlike times by the clock.
 */
public final class ProcessorTime {
    /** The unit of {@code /proc}, the same on all machines that Linux runs on today. */
    private static final double MILLIS_PER_TICK = 10;

    /** As {@code man 5 proc} counts them, behind the name, which may have blanks. */
    private static final int USER_TICKS = 11;

    private static final int SYSTEM_TICKS = 12;

    private ProcessorTime() {}

    /** In milliseconds; without the agents that it has started. */
    public static double millis(Host host) {
        try {
            String status = Files.readString(DaemonProcess.folder(host).resolve("stat"));
            List<String> fields =
                    List.of(status.substring(status.lastIndexOf(')') + 2).split(" ", -1));
            return MILLIS_PER_TICK
                    * (Long.parseLong(fields.get(USER_TICKS))
                            + Long.parseLong(fields.get(SYSTEM_TICKS)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
