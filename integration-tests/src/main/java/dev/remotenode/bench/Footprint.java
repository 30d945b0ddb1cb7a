package dev.remotenode.bench;

import dev.remotenode.lab.host.Host;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a daemon takes of the machine, as the kernel counts it.
 *
 * @param resident megabytes in memory, those shared with other processes included
 * @param proportional the same, those that are shared by several counted for each in part
 * @param exclusive megabytes of it that it has written to, and that can neither be shared nor
 *     dropped
 * @param descriptors files, sockets and the like that are open
 */
public record Footprint(double resident, double proportional, double exclusive, int descriptors) {
    /** That of the daemon on this host. */
    public static Footprint of(Host host) {
        Path daemon = DaemonProcess.folder(host);
        try {
            List<String> lines = Files.readAllLines(daemon.resolve("smaps_rollup"));
            return new Footprint(
                    sum(lines, "Rss:"),
                    sum(lines, "Pss:"),
                    sum(lines, "Private_Dirty:"),
                    open(daemon));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double sum(List<String> lines, String field) {
        return Units.megabytes(
                lines.stream()
                        .filter(line -> line.startsWith(field))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum());
    }

    private static int open(Path process) throws IOException {
        try (Stream<Path> descriptors = Files.list(process.resolve("fd"))) {
            return (int) descriptors.count();
        }
    }
}
