package dev.remotenode.lab;

import dev.remotenode.lab.daemon.DaemonProgram;
import dev.remotenode.lab.host.PacemakerSeries;
import java.nio.file.Path;

/**
 * What a lab needs to know of its surroundings.
 *
 * @param program the daemon under test
 * @param cluster what cluster nodes have installed
 * @param guest what remote nodes have installed beside the daemon: tools and agents
 * @param folder where open labs keep the logs of their hosts
 * @param evidence where the logs of failures are kept
 */
public record LabSettings(
        DaemonProgram program,
        PacemakerSeries cluster,
        PacemakerSeries guest,
        Path folder,
        Evidence evidence) {
    /**
     * From the system properties {@code cluster} and {@code guest} (see {@link PacemakerSeries}),
     * {@code lab.folder} and {@code lab.evidence} (both default to folders in {@code target}), and
     * those of {@link DaemonProgram#fromSystemProperties()}.
     */
    public static LabSettings fromSystemProperties() {
        return new LabSettings(
                DaemonProgram.fromSystemProperties(),
                PacemakerSeries.fromSystemProperty("cluster"),
                PacemakerSeries.fromSystemProperty("guest"),
                path("lab.folder", "target/lab"),
                new Evidence(path("lab.evidence", "target/evidence")));
    }

    /** The same with Pacemaker's own daemon. */
    public LabSettings withReferenceDaemon() {
        return new LabSettings(DaemonProgram.reference(guest), cluster, guest, folder, evidence);
    }

    private static Path path(String property, String otherwise) {
        return Path.of(System.getProperty(property, otherwise)).toAbsolutePath();
    }
}
