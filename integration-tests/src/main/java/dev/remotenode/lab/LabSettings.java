package dev.remotenode.lab;

import dev.remotenode.lab.daemon.DaemonProgram;
import java.nio.file.Path;

/**
 * What a lab needs to know of its surroundings.
 *
 * @param program the daemon under test
 * @param folder where open labs keep the logs of their hosts
 * @param evidence where the logs of failures are kept
 */
public record LabSettings(DaemonProgram program, Path folder, Evidence evidence) {
    /**
     * From the system properties {@code lab.folder} and {@code lab.evidence} (both default to
     * folders in {@code target}), and those of {@link DaemonProgram#fromSystemProperties()}.
     */
    public static LabSettings fromSystemProperties() {
        return new LabSettings(
                DaemonProgram.fromSystemProperties(),
                path("lab.folder", "target/lab"),
                new Evidence(path("lab.evidence", "target/evidence")));
    }

    private static Path path(String property, String otherwise) {
        return Path.of(System.getProperty(property, otherwise)).toAbsolutePath();
    }
}
