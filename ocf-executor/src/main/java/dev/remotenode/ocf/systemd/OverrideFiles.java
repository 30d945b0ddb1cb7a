package dev.remotenode.ocf.systemd;

import dev.remotenode.ocf.operation.OcfExitCode;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Drop-in files that make systemd leave a unit to the cluster: it does not restart a service by
 * itself, and at shutdown the unit outlives the daemon, which stops it in the cluster's order. The
 * name and what is inside are Pacemaker's.
 */
final class OverrideFiles {

    private static final String FILE = "50-pacemaker.conf";

    /** Java knows this error of Linux by the C library's words only. */
    private static final String ENOTSUP = "Operation not supported";

    private final Path folder;

    /**
     * Drop-in files of all units.
     *
     * @param folder of the units that exist until the next boot
     */
    OverrideFiles(Path folder) {
        this.folder = folder;
    }

    void write(UnitName unit) throws IOException {
        Path file = file(unit);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content(unit));
        // The umask of the daemon keeps others out, for whom a unit is no secret.
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }

    /** Returns whether there was one. */
    boolean remove(UnitName unit) throws IOException {
        return Files.deleteIfExists(file(unit));
    }

    /** The code that stands for a file which cannot be written, as in Pacemaker 3. */
    static OcfExitCode exitCode(IOException error) {
        return switch (error) {
            case AccessDeniedException _ -> OcfExitCode.INSUFFICIENT_PRIVILEGES;
            case FileSystemException e when ENOTSUP.equals(e.getReason()) ->
                    OcfExitCode.UNIMPLEMENTED;
            default -> OcfExitCode.GENERIC_ERROR;
        };
    }

    private Path file(UnitName unit) throws IOException {
        if (unit.text().indexOf('/') >= 0) {
            throw new IOException("'" + unit + "' is no name of a unit");
        }
        return folder.resolve(unit + ".d").resolve(FILE);
    }

    private static String content(UnitName unit) {
        String all =
                """
                [Unit]
                Description=Cluster Controlled %s
                Before=pacemaker.service pacemaker_remote.service
                """
                        .formatted(unit);
        return unit.isService() ? all + "\n[Service]\nRestart=no\n" : all;
    }
}
