package dev.remotenode.lab;

import dev.remotenode.lab.cluster.Cluster;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.host.Lab;
import dev.remotenode.lab.libvirt.Hypervisor;
import dev.remotenode.lab.libvirt.Libvirtd;
import dev.remotenode.lab.libvirt.LxcGuest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A stage with a real cluster of one node, and Linux containers of libvirt on it that the cluster
 * runs: {@code lxc1}, {@code lxc2} and so on, each with the daemon under test.
 */
public final class GuestCluster implements AutoCloseable {
    private static final Duration BOOT_LIMIT = Duration.ofSeconds(90);

    private final Lab lab;
    private final Host host;
    private final Libvirtd libvirtd;
    private final Cluster cluster;
    private final List<LxcGuest> guests;

    private GuestCluster(
            Lab lab, Host host, Libvirtd libvirtd, Cluster cluster, List<LxcGuest> guests) {
        this.lab = lab;
        this.host = host;
        this.libvirtd = libvirtd;
        this.cluster = cluster;
        this.guests = guests;
    }

    /**
     * Opens the stage, and waits until all guests are nodes of the cluster.
     *
     * @param name says whose lab this is; the process id makes it unique
     * @throws dev.remotenode.lab.host.LabException if anything does not start; evidence is kept
     */
    public static GuestCluster open(LabSettings settings, String name, int guests) {
        Path folder = settings.folder().resolve(name + "-" + ProcessHandle.current().pid());
        Lab lab = Lab.open(folder, settings.program().folder());
        try {
            Host host = lab.addHost("node1", settings.cluster());
            new AuthenticationKey().install(host);
            Libvirtd.prepare(host).outputOrFail();
            Libvirtd libvirtd = Libvirtd.start(host, Hypervisor.LXC);
            List<LxcGuest> defined =
                    IntStream.rangeClosed(1, guests)
                            .mapToObj(number -> "lxc" + number)
                            .map(guest ->
                                    LxcGuest.define(
                                            host, guest, lab.introduce(guest), settings.program()))
                            .toList();
            Cluster cluster = Cluster.start(List.of(host), _ -> Map.of());
            var stage = new GuestCluster(lab, host, libvirtd, cluster, defined);
            stage.boot();
            return stage;
        } catch (RuntimeException e) {
            settings.evidence().show(lab, name + "-start");
            lab.close();
            throw e;
        }
    }

    public Lab lab() {
        return lab;
    }

    /** The cluster node, which runs the guests. */
    public Host host() {
        return host;
    }

    public Libvirtd libvirtd() {
        return libvirtd;
    }

    public Cluster cluster() {
        return cluster;
    }

    public List<LxcGuest> guests() {
        return guests;
    }

    /** Ends the guests, switches the host off, and throws the logs away. */
    @Override
    public void close() {
        libvirtd.close();
        lab.close();
        new FileTree(lab.folder()).delete();
    }

    private void boot() {
        cluster.planInCalm();
        for (LxcGuest guest : guests) {
            cluster.cib().create(guest.resource(), List.of());
            cluster.await(guest + " online", BOOT_LIMIT, now -> now.isOnline(guest.name()));
        }
    }
}
