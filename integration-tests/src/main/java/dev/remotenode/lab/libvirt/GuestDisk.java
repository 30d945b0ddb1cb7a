package dev.remotenode.lab.libvirt;

import dev.remotenode.lab.daemon.DaemonProgram;
import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.host.InstalledPackages;
import dev.remotenode.lab.host.LabException;
import dev.remotenode.lab.host.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What virtual machines of a lab start from, in the folder that all hosts share: Debian's kernel,
 * and a disk with the Debian that this machine has and the daemon under test as a service.
 */
public final class GuestDisk {
    static final String KERNEL = Host.SHARED + "/vmlinuz";
    static final String INITIAL_FILE_SYSTEM = Host.SHARED + "/initrd.img";

    private static final String FILE = Host.SHARED + "/debian.img";
    private static final String UNIT = Host.SHARED + "/pacemaker_remote.service";
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final List<String> PACKAGES =
            List.of(
                    "systemd-sysv",
                    "mount",
                    "iproute2",
                    "procps",
                    "qemu-guest-agent",
                    "pacemaker-cli-utils",
                    "pacemaker-resource-agents");

    private final Host host;

    private GuestDisk(Host host) {
        this.host = host;
    }

    /**
     * What this machine lacks for virtual machines, if anything; else {@link #make} may be called.
     */
    public static Optional<String> obstacle(Host host) {
        if (!host.run(Command.of("sh", "-c", "command -v qemu-system-x86_64")).succeeded()) {
            return Optional.of("no qemu-system-x86_64; integration-tests/lab-packages installs it");
        }
        if (!Files.exists(kernel().resolve("initrd.img"))) {
            return Optional.of(
                    "no kernel in " + kernel() + "; integration-tests/guest-kernel makes it");
        }
        return Optional.empty();
    }

    /** Makes the disk, by way of a host that has the key of the cluster. */
    public static GuestDisk make(Host host, DaemonProgram daemon) {
        try {
            Files.copy(kernel().resolve("vmlinuz"), host.file(KERNEL));
            Files.copy(kernel().resolve("initrd.img"), host.file(INITIAL_FILE_SYSTEM));
            host.write(UNIT, Files.readAllBytes(daemon.unit()));
        } catch (IOException e) {
            throw new LabException("cannot copy what guests boot", e);
        }
        host.run(Command.of(command(daemon)).within(LIMIT)).outputOrFail();
        return new GuestDisk(host);
    }

    /** A disk that begins as this one is, and holds what a guest changes. */
    String layer(String guest) {
        String file = Host.SHARED + "/" + guest + ".qcow2";
        host.run("qemu-img", "create", "-q", "-f", "qcow2", "-F", "raw", "-b", FILE, file);
        return file;
    }

    /** The folder that {@code integration-tests/guest-kernel} has made. */
    private static Path kernel() {
        return Path.of(System.getProperty("lab.kernel", "target/kernel"));
    }

    private static List<String> command(DaemonProgram daemon) {
        var command = new ArrayList<>(List.of("bash", "-euo", "pipefail", "-c"));
        command.add(InstalledPackages.script() + Script.beside(GuestDisk.class, "make-disk.sh"));
        command.add("make-disk");
        command.add(FILE);
        command.add(Host.PROGRAMS);
        command.add(daemon.folder().relativize(daemon.executable()).toString());
        command.add(UNIT);
        command.addAll(PACKAGES);
        return command;
    }
}
