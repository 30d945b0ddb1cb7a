package dev.remotenode.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.LabSettings;
import dev.remotenode.lab.cluster.Cluster;
import dev.remotenode.lab.cluster.ClusterStatus;
import dev.remotenode.lab.daemon.DaemonProgram;
import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.CommandResult;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.host.Lab;
import dev.remotenode.lab.host.PacemakerSeries;
import dev.remotenode.lab.junit.BeyondReference;
import dev.remotenode.lab.junit.ClusterSeries;
import dev.remotenode.lab.libvirt.Hypervisor;
import dev.remotenode.lab.libvirt.Libvirtd;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/**
 * Plays the commands of the page on guests, all but the installation of Debian's packages: the lab
 * has them, and starts Pacemaker and libvirt as their services would.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@BeyondReference("the page is about this project's daemon")
@ClusterSeries(value = PacemakerSeries.V2_1, because = "the page is about Debian 12")
class GuestsPageIT {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final Duration COMMAND_LIMIT = Duration.ofMinutes(3);
    private static final String INSTALLATION = "apt-get install";
    private static final List<String> GUESTS = List.of("lxc1", "lxc2", "lxc3");
    private static final List<String> DUMMIES =
            IntStream.rangeClosed(1, 5).mapToObj(number -> "FAKE" + number).toList();

    @TempDir private Path folder;

    @Test
    void leadsFromNothingToThreeGuests() {
        var section = PageSection.of(Path.of("../docs/guests.md"), "From nothing to three guests");
        List<String> commands = section.blocks("sh");
        assertTrue(commands.getFirst().startsWith(INSTALLATION), commands.getFirst());
        LabSettings settings = LabSettings.fromSystemProperties();
        try (Lab lab = Lab.open(folder, DaemonProgram.packaged().folder())) {
            Host host = lab.addHost("node1");
            prepareLibvirt(host);
            downloadDaemon(host);
            try (Libvirtd libvirtd = Libvirtd.startWithoutBridge(host, Hypervisor.LXC)) {
                Cluster cluster = Cluster.start(List.of(host), _ -> Map.of());
                follow(section, commands, host, cluster, libvirtd);
            } catch (RuntimeException | AssertionError e) {
                settings.evidence().show(lab, "GuestsPageIT");
                throw e;
            }
        }
    }

    private static void follow(
            PageSection section,
            List<String> commands,
            Host host,
            Cluster cluster,
            Libvirtd libvirtd) {
        int last = commands.size() - 1;
        commands.subList(1, last).forEach(command -> play(command, host));

        String promised = section.blocks("").getFirst().strip();
        assertEquals("GuestOnline: [ lxc1 lxc2 lxc3 ]", promised);
        assertTrue(cluster.statusText().contains(promised), cluster.statusText());
        assertTrue(isAllUp(cluster.status()), cluster.statusText());

        OptionalInt before = libvirtd.running("lxc2");
        play(commands.get(last), host);
        cluster.await(
                "the guest and all resources in another run of it",
                LIMIT,
                now -> isAllUp(now) && isAnother(before, libvirtd.running("lxc2")));
        assertEquals(List.of(), cluster.status().failuresOf("vm-lxc1"));
    }

    private static void prepareLibvirt(Host host) {
        CommandResult preparation = Libvirtd.prepare(host);
        if (!preparation.succeeded()) {
            String reason =
                    "no control groups for libvirt on this machine: " + preparation.errors();
            System.out.println("[lab] GuestsPageIT skipped: " + reason);
            throw new TestAbortedException(reason);
        }
    }

    /**
     * As the packages have it. What is unpacked must not end on the machine itself, and libvirtd
     * sees no mounts that are younger than it.
     */
    private static void downloadDaemon(Host host) {
        // A host has /var/log to itself, without the folder that the package crmsh brought.
        host.run("mkdir", "/var/log/crmsh");
        host.run("mount", "-t", "tmpfs", "tmpfs", "/opt");
        host.run(
                "tar",
                "--create",
                "--file=/tmp/remote-node-0-linux.tar.gz",
                "--directory=" + Host.PROGRAMS,
                "--transform=s,^\\.,remote-node-0,",
                ".");
    }

    private static void play(String command, Host host) {
        System.out.println("[page] " + command.strip().replace("\n", "\n[page] "));
        System.out.print(
                host.run(Command.of("bash", "-euc", "cd /tmp\n" + command).within(COMMAND_LIMIT))
                        .outputOrFail());
    }

    private static boolean isAnother(OptionalInt before, OptionalInt now) {
        return now.isPresent() && !now.equals(before);
    }

    private static boolean isAllUp(ClusterStatus now) {
        return GUESTS.stream().allMatch(now::isOnline) && DUMMIES.stream().allMatch(now::isStarted);
    }
}
