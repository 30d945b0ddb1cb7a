package dev.remotenode.ocf.systemd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.ocf.operation.OcfExitCode;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverrideFilesTest {

    @TempDir Path folder;

    @Test
    void everybodyMayReadThem() throws IOException {
        overrides().write(new UnitName("db.service"));
        assertEquals(
                "rw-r--r--",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(file("db.service"))));
    }

    @Test
    void onlyServicesAreRestartedBySystemd() throws IOException {
        overrides().write(new UnitName("backup.timer"));
        assertEquals(
                """
                [Unit]
                Description=Cluster Controlled backup.timer
                Before=pacemaker.service pacemaker_remote.service
                """,
                Files.readString(file("backup.timer")));
    }

    @Test
    void removingTellsWhetherThereWasOne() throws IOException {
        UnitName unit = new UnitName("db.service");
        assertFalse(overrides().remove(unit));
        overrides().write(unit);
        assertTrue(overrides().remove(unit));
        assertFalse(Files.exists(file("db.service")));
    }

    @Test
    void noNameLeadsOutOfTheFolder() {
        UnitName escape = new UnitName("../db.service");
        assertThrows(IOException.class, () -> overrides().write(escape));
        assertThrows(IOException.class, () -> overrides().remove(escape));
    }

    @Test
    void theErrorTellsTheExitCode() {
        assertEquals(
                OcfExitCode.INSUFFICIENT_PRIVILEGES,
                OverrideFiles.exitCode(new AccessDeniedException("file")));
        assertEquals(OcfExitCode.UNIMPLEMENTED, failed("Operation not supported"));
        assertEquals(OcfExitCode.GENERIC_ERROR, failed("Read-only file system"));
        assertEquals(OcfExitCode.GENERIC_ERROR, OverrideFiles.exitCode(new IOException("broken")));
    }

    private static OcfExitCode failed(String reason) {
        return OverrideFiles.exitCode(new FileSystemException("file", null, reason));
    }

    private OverrideFiles overrides() {
        return new OverrideFiles(folder);
    }

    private Path file(String unit) {
        return folder.resolve(unit + ".d").resolve("50-pacemaker.conf");
    }
}
