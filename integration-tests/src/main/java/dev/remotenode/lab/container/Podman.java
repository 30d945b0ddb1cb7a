package dev.remotenode.lab.container;

import dev.remotenode.lab.daemon.DaemonProgram;
import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.host.InstalledPackages;
import dev.remotenode.lab.host.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Podman on a host of the lab. Images and containers are in the memory of the host, and end with
 * it.
 */
public record Podman(Host host) {
    private static final Duration IMAGE_LIMIT = Duration.ofMinutes(2);

    /**
     * Sets podman up. Containers get no control groups, which hosts of the lab share with the
     * machine, and no higher limits than the machine may allow.
     */
    public static Podman on(Host host) {
        host.write(
                "/etc/containers/containers.conf",
                """
                [containers]
                cgroups = "disabled"
                default_ulimits = ["nofile=1024:4096", "nproc=1024:1024"]
                [engine]
                cgroup_manager = "cgroupfs"
                events_logger = "none"
                """);
        host.write(
                "/etc/containers/storage.conf",
                """
                [storage]
                driver = "overlay"
                graphroot = "/run/containers/images"
                runroot = "/run/containers/storage"
                """);
        hideSecondGeneration(host);
        return new Podman(host);
    }

    /**
     * A machine may have control groups of both generations. crun refuses to run there, though it
     * is to use none, as soon as the second has a controller that the first has not.
     */
    private static void hideSecondGeneration(Host host) {
        host.run(
                "sh",
                "-c",
                "if mountpoint -q %1$s; then mount -t tmpfs tmpfs %1$s; fi"
                        .formatted("/sys/fs/cgroup/unified"));
    }

    /**
     * Makes an image of the Debian that this machine has, without a network: with a daemon as
     * {@code /usr/sbin/pacemaker-remoted}, the essential packages, and others that are installed.
     */
    public void makeImage(String name, DaemonProgram daemon, List<String> packages) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "bash",
                                "-euo",
                                "pipefail",
                                "-c",
                                InstalledPackages.script()
                                        + Script.beside(Podman.class, "make-image.sh")));
        command.add("make-image");
        command.add(name);
        command.add(Host.PROGRAMS);
        command.add(daemon.folder().relativize(daemon.executable()).toString());
        command.addAll(packages);
        host.run(Command.of(command).within(IMAGE_LIMIT)).outputOrFail();
    }

    /** Runs a command in a container that must succeed, and returns what it wrote. */
    public String execute(String container, String... command) {
        List<String> arguments = new ArrayList<>(List.of("podman", "exec", container));
        arguments.addAll(List.of(command));
        return host.run(Command.of(arguments)).outputOrFail();
    }

    /** SIGKILL to the first process of a container. */
    public void kill(String container) {
        host.run(
                "kill",
                "-KILL",
                host.run("podman", "inspect", "--format", "{{.State.Pid}}", container).strip());
    }

    /** The id of a container if it runs now: another one after it was made anew. */
    public Optional<String> running(String container) {
        String filter = "name=^%s$".formatted(container);
        return host.run("podman", "ps", "--quiet", "--no-trunc", "--filter", filter)
                .lines()
                .findFirst();
    }
}
