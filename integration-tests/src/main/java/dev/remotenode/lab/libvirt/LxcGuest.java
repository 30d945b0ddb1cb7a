package dev.remotenode.lab.libvirt;

import dev.remotenode.lab.cluster.Primitive;
import dev.remotenode.lab.daemon.DaemonProgram;
import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.CommandResult;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.host.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A Linux container of libvirt, whose first process is the daemon under test. It has the files of
 * its host, apart from {@code /run}, {@code /var/log} and {@code /var/lib/pacemaker}, which are
 * folders there.
 *
 * @param name of the domain, and of the node
 */
public record LxcGuest(Host host, String name, String address) {
    private static final String FOLDER = "/var/lib/guests";
    private static final String PREFIX_LENGTH = "24";
    private static final Duration ACTION_LIMIT = Duration.ofSeconds(90);

    /**
     * Prepares a guest on a host as operators do; it is defined when its resource is started.
     *
     * @param address of the guest, which all hosts know by its name
     */
    public static LxcGuest define(Host host, String name, String address, DaemonProgram daemon) {
        LxcAutogen.on(host)
                .run(
                        "--first",
                        address + "/" + PREFIX_LENGTH,
                        "--bridge",
                        Libvirtd.BRIDGE,
                        "--daemon",
                        daemon.pathIn(Libvirtd.PROGRAMS),
                        "--folder",
                        FOLDER,
                        "--force",
                        name)
                .outputOrFail();
        return new LxcGuest(host, name, address);
    }

    @Override
    public String toString() {
        return name;
    }

    /** The guest as a resource of the cluster, which makes it a node as well. */
    public Primitive resource() {
        return Primitive.of("vm-" + name, "ocf:heartbeat:VirtualDomain")
                .withParameter("config", configuration())
                .withParameter("hypervisor", Hypervisor.LXC.uri())
                .withParameter("force_stop", "true")
                .withMeta("remote-node", name)
                .with(new Primitive.Action("start", Duration.ZERO, ACTION_LIMIT))
                .with(new Primitive.Action("stop", Duration.ZERO, ACTION_LIMIT))
                .monitoredEvery(Duration.ofSeconds(2));
    }

    /** Whether a resource of the agent {@code Dummy} has left its mark in the guest. */
    public boolean hasStateOf(String dummy) {
        return Files.exists(stateOf(dummy));
    }

    /** Lets a resource of the agent {@code Dummy} die. */
    public void deleteStateOf(String dummy) {
        try {
            Files.delete(stateOf(dummy));
        } catch (IOException e) {
            throw new LabException(dummy + " has no state in " + name, e);
        }
    }

    private Path stateOf(String dummy) {
        return host.file(folder() + "/run/Dummy-" + dummy + ".state");
    }

    /** Runs a command in the guest, which has to be running. */
    public CommandResult run(Command command) {
        var words =
                new ArrayList<>(
                        List.of(
                                "sh",
                                "-euc",
                                """
                                init=$(pgrep --parent $(cat /run/libvirt/lxc/$0.pid))
                                exec nsenter --target $init --all -- "$@"
                                """,
                                name));
        words.addAll(command.arguments());
        return host.run(Command.of(words));
    }

    private String folder() {
        return FOLDER + "/" + name;
    }

    /** The domain, as it has been defined. */
    public String xml() {
        try {
            return Files.readString(host.file(configuration()));
        } catch (IOException e) {
            throw new LabException("cannot read the configuration of " + name, e);
        }
    }

    private String configuration() {
        return folder() + ".xml";
    }
}
