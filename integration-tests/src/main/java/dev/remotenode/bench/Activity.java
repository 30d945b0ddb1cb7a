package dev.remotenode.bench;

import dev.remotenode.lab.host.Host;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a daemon has done so far, as the kernel counts it.
 *
 * @param wakeUps how often any of its threads has left a processor, which it does once each time
 *     that something has woken it
 * @param processorMillis how long they have kept processors busy
 */
record Activity(int wakeUps, double processorMillis) {
    private static final String SWITCHES = "ctxt_switches:";

    static Activity of(Host host) {
        Path threads = DaemonProcess.folder(host).resolve("task");
        try (Stream<Path> folders = Files.list(threads)) {
            return new Activity(
                    folders.mapToInt(Activity::switches).sum(), ProcessorTime.millis(host));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those that it wanted, and those that it did not want. */
    private static int switches(Path thread) {
        try {
            return Files.readAllLines(thread.resolve("status")).stream()
                    .filter(line -> line.contains(SWITCHES))
                    .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException ended) {
            return 0;
        }
    }
}
