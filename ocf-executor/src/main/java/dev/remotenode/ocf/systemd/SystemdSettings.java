package dev.remotenode.ocf.systemd;

import java.nio.file.Path;

/**
 * Where systemd is.
 *
 * @param busAddress of the system bus, as D-Bus writes it
 * @param unitFolder of units and their drop-in files that exist until the next boot
 * @param scriptFolder of the init scripts, which {@code service} prefers to units
 */
public record SystemdSettings(String busAddress, Path unitFolder, Path scriptFolder) {

    /** Where systemd and Linux distributions have put these since they exist. */
    public static final SystemdSettings DEFAULT =
            new SystemdSettings(
                    "unix:path=/run/dbus/system_bus_socket",
                    Path.of("/run/systemd/system"),
                    Path.of("/etc/init.d"));
}
