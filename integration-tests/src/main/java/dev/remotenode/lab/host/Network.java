package dev.remotenode.lab.host;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** An Ethernet switch: a bridge in a network namespace of its own, so that labs never meet. */
final class Network implements AutoCloseable {
    private static final String BRIDGE = "switch";
    private static final String MAKE_BRIDGE =
            "ip link add %1$s type bridge && ip link set %1$s up".formatted(BRIDGE);
    private static final int PREFIX_LENGTH = 24;

    private final Namespaces namespaces;

    private Network(Namespaces namespaces) {
        this.namespaces = namespaces;
    }

    static Network open(Path errorLog) {
        return new Network(
                Namespaces.create(
                        EnumSet.of(Namespaces.Kind.NET), MAKE_BRIDGE, List.of(), errorLog));
    }

    /** Gives the host an interface {@code eth0} with its address, connected to this switch. */
    void plug(Host host) {
        String port = "to-" + host.name();
        ip("link", "add", port, "type", "veth", "peer", "eth0", "netns", Long.toString(host.pid()));
        ip("link", "set", port, "master", BRIDGE, "up");
        host.run("ip", "address", "add", host.address() + "/" + PREFIX_LENGTH, "dev", "eth0");
        host.run("ip", "link", "set", "eth0", "up");
    }

    /**
     * Has what a host sends and gets pass through a line that is not reliable, until that is
     * closed. The host and its connections notice nothing but what becomes of their packets.
     */
    UnreliableLine impair(Host host, Impairment impairment) {
        String port = "to-" + host.name();
        String island = "island";
        NetworkNamespace here = new NetworkNamespace("the switch", namespaces.entrance().pid());
        TapDevice far = here.call(() -> TapDevice.open("far"));
        TapDevice near = here.call(() -> TapDevice.open("near"));
        ip("link", "add", island, "type", "bridge");
        ip("link", "set", island, "up");
        ip("link", "set", far.name(), "master", BRIDGE, "up");
        ip("link", "set", near.name(), "master", island, "up");
        ip("link", "set", port, "master", island);
        return new UnreliableLine(
                near,
                far,
                impairment,
                () -> {
                    ip("link", "set", port, "master", BRIDGE);
                    ip("link", "delete", far.name());
                    ip("link", "delete", near.name());
                    ip("link", "delete", island);
                });
    }

    @Override
    public void close() {
        namespaces.close();
    }

    private void ip(String... arguments) {
        var command = new ArrayList<>(List.of("ip"));
        command.addAll(List.of(arguments));
        CommandRun.finish(namespaces.entrance().command(), Command.of(command)).outputOrFail();
    }
}
