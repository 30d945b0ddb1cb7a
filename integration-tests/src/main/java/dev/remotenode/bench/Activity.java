package dev.remotenode.bench;

import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.host.LabException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the threads of a daemon have done so far, as the kernel counts it.
 *
 * @param wakeUps how often any of them has left a processor, which it does once each time that
 *     something has woken it
 * @param processorMillis how long they have kept processors busy
 */
record Activity(int wakeUps, double processorMillis) {
    private static final String SWITCHES = "ctxt_switches:";

    /** Exact, where the ticks of {@link ProcessorTime} would be too coarse. */
    private static final String TIMES = "schedstat";

    private static final Activity NONE = new Activity(0, 0);
    private static final double NANOS_PER_MILLI = 1e6;

    static Activity of(Host host) {
        Path daemon = DaemonProcess.folder(host);
        if (!Files.exists(daemon.resolve(TIMES))) {
            throw new LabException("the kernel does not count how long threads run");
        }
        try (Stream<Path> threads = Files.list(daemon.resolve("task"))) {
            return threads.map(Activity::ofThread).reduce(NONE, Activity::plus);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Switches that it wanted, and those that it did not want. */
    private static Activity ofThread(Path thread) {
        try {
            int switches =
                    Files.readAllLines(thread.resolve("status")).stream()
                            .filter(line -> line.contains(SWITCHES))
                            .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D", "")))
                            .sum();
            List<String> times = List.of(Files.readString(thread.resolve(TIMES)).split(" "));
            return new Activity(switches, Long.parseLong(times.getFirst()) / NANOS_PER_MILLI);
        } catch (IOException ended) {
            return NONE;
        }
    }

    private Activity plus(Activity other) {
        return new Activity(wakeUps + other.wakeUps, processorMillis + other.processorMillis);
    }
}
