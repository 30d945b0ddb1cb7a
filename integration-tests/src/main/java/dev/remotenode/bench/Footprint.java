package dev.remotenode.bench;

import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.host.LabException;
import dev.remotenode.lab.host.ProcessTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/**
 * The memory of a daemon, as the kernel counts it.
 *
 * @param resident megabytes in memory, those shared with other processes included
 * @param exclusive megabytes of it that it has written to, and that can neither be shared nor
 *     dropped
 */
record Footprint(double resident, double exclusive) {
    static Footprint of(Host host) {
        ProcessTable.Entry daemon =
                host.processes().mentioning("pacemaker-remoted").stream()
                        .findFirst()
                        .orElseThrow(() -> new LabException("no daemon runs on " + host));
        try {
            List<String> lines =
                    Files.readAllLines(host.file("/proc/" + daemon.id() + "/smaps_rollup"));
            return new Footprint(sum(lines, "Rss:"), sum(lines, "Private_Dirty:"));
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
}
