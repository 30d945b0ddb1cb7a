package dev.remotenode.agent.config;

import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where log lines go, and from which severity on.
 *
 * @param files each receives every line from {@code detail} on
 * @param fileMode access rights of a log file that is made by the daemon
 * @param detail least severity for files and standard error
 * @param standardError whether lines also go to standard error
 * @param syslogFacility facility of the lines sent to syslog; empty to send none
 * @param syslogThreshold least severity for syslog
 * @param flightRecorder whether the last lines of full detail are kept in memory
 */
public record LogSettings(
        List<Path> files,
        Set<PosixFilePermission> fileMode,
        Severity detail,
        boolean standardError,
        Optional<SyslogFacility> syslogFacility,
        Severity syslogThreshold,
        boolean flightRecorder) {

    /** Copies every collection. */
    public LogSettings {
        files = List.copyOf(files);
        fileMode = Set.copyOf(fileMode);
    }
}
