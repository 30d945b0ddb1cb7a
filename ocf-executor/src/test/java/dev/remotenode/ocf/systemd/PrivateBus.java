package dev.remotenode.ocf.systemd;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A real message bus for one test. */
final class PrivateBus implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/bin/dbus-daemon");

    private final Process daemon;
    private final String address;

    private PrivateBus(Process daemon, String address) {
        this.daemon = daemon;
        this.address = address;
    }

    static boolean isInstalled() {
        return Files.isExecutable(PROGRAM);
    }

    /** A bus in a folder; the one before it must be closed. */
    static PrivateBus in(Path folder) {
        try {
            Path configuration = folder.resolve("bus.conf");
            Files.writeString(
                    configuration,
                    """
                    <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
                     "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
                    <busconfig>
                      <listen>unix:path=%s</listen>
                      <auth>EXTERNAL</auth>
                      <policy context="default">
                        <allow send_destination="*" eavesdrop="true"/>
                        <allow eavesdrop="true"/>
                        <allow own="*"/>
                      </policy>
                    </busconfig>
                    """
                            .formatted(folder.resolve("bus")));
            Process daemon =
                    new ProcessBuilder(
                                    PROGRAM.toString(),
                                    "--nofork",
                                    "--nopidfile",
                                    "--print-address",
                                    "--config-file=" + configuration)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            BufferedReader said = daemon.inputReader(StandardCharsets.UTF_8);
            String address = said.readLine();
            if (address == null) {
                throw new IOException("the bus did not start");
            }
            return new PrivateBus(daemon, address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return address;
    }

    @Override
    public void close() {
        daemon.destroyForcibly();
        var _ = daemon.onExit().join();
    }
}
