package dev.remotenode.agent.cli.check;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.util.List;

/** D-Bus, by which systemd is asked for units. */
final class BusCheck implements Check {
    private static final String SUBJECT = "D-Bus";
    private static final String SOCKET = "/run/dbus/system_bus_socket";

    @Override
    public List<Observation> look(Surroundings surroundings) {
        if (!Files.isDirectory(surroundings.file("/run/systemd/system"))) {
            return List.of(
                    Observation.note(
                            SUBJECT,
                            "systemd does not run here: resources of the class systemd fail",
                            ""));
        }
        UnixDomainSocketAddress address = UnixDomainSocketAddress.of(surroundings.file(SOCKET));
        try (SocketChannel _ = SocketChannel.open(address)) {
            return List.of(Observation.ok(SUBJECT, "answers, for resources of the class systemd"));
        } catch (IOException e) {
            return List.of(
                    Observation.problem(
                            SUBJECT,
                            SOCKET + " cannot be connected to: " + e.getMessage(),
                            "install dbus, and start it: systemctl start dbus.socket"));
        }
    }
}
