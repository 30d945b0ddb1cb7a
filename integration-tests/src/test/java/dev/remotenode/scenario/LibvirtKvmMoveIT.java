package dev.remotenode.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.remotenode.lab.RemoteCluster;
import dev.remotenode.lab.cluster.Cluster;
import dev.remotenode.lab.cluster.ClusterNode;
import dev.remotenode.lab.cluster.ClusterStatus;
import dev.remotenode.lab.cluster.Placement;
import dev.remotenode.lab.cluster.Primitive;
import dev.remotenode.lab.daemon.DaemonProgram;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.host.PacemakerSeries;
import dev.remotenode.lab.junit.ClusterSeries;
import dev.remotenode.lab.junit.RemoteClusterTest;
import dev.remotenode.lab.libvirt.Acceleration;
import dev.remotenode.lab.libvirt.GuestAgent;
import dev.remotenode.lab.libvirt.GuestDisk;
import dev.remotenode.lab.libvirt.Hypervisor;
import dev.remotenode.lab.libvirt.KvmGuest;
import dev.remotenode.lab.libvirt.Libvirtd;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** A virtual machine that moves between two cluster nodes while it runs. */
@Tag("long")
@RemoteClusterTest(clusterNodes = 2)
@ClusterSeries(
        value = PacemakerSeries.V2_1,
        because = "hosts with 3.0 stand on a file system without libvirt")
class LibvirtKvmMoveIT {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String NAME = "kvm1";
    private static final String DUMMY = "FAKE1";

    private static List<Libvirtd> libvirtds = List.of();
    private static KvmGuest guest;

    @BeforeAll
    static void prepare(RemoteCluster stage) {
        List<Host> hosts = hosts(stage);
        for (Host host : hosts) {
            GuestDisk.obstacle(host).ifPresent(LibvirtKvmMoveIT::skip);
            var preparation = Libvirtd.prepare(host);
            if (!preparation.succeeded()) {
                skip("no control groups for libvirt on this machine: " + preparation.errors());
            }
        }
        System.out.println("[lab] guests of QEMU run by " + Acceleration.ofThisMachine());
        stage.cluster().planInCalm();
        libvirtds = hosts.stream().map(host -> Libvirtd.start(host, Hypervisor.QEMU)).toList();
        var disk = GuestDisk.make(hosts.getFirst(), DaemonProgram.fromSystemProperties());
        guest = KvmGuest.define(hosts, NAME, stage.lab().introduce(NAME), disk);
    }

    @AfterAll
    static void endLibvirt() {
        libvirtds.forEach(Libvirtd::close);
    }

    /** While the guest is still there to stop it. */
    @AfterEach
    void removeResource(RemoteCluster stage) {
        stage.cluster().cib().delete(DUMMY);
        stage.cluster().await("no resource", LIMIT, now -> now.resource(DUMMY).isEmpty());
    }

    @Test
    void itsResourceGoesOnWithoutAnInterruption(RemoteCluster stage) {
        Cluster cluster = stage.cluster();
        Host from = hosts(stage).getFirst();
        Host to = hosts(stage).getLast();
        cluster.cib().create(guest.movableResource(), List.of(Placement.preferred(from.name())));
        cluster.await(NAME + " online", LIMIT, now -> now.isOnline(NAME));
        cluster.cib()
                .create(
                        Primitive.of(DUMMY, "ocf:pacemaker:Dummy")
                                .monitoredEvery(Duration.ofSeconds(1)),
                        List.of(Placement.preferred(NAME)));
        cluster.await("the resource in the guest", LIMIT, now -> isUpOn(from, now));
        cluster.awaitIdle(LIMIT);
        String traces = traces(from);

        cluster.resources().move("vm-" + NAME, to.name());
        cluster.await("the guest on " + to, LIMIT, now -> isUpOn(to, now));
        cluster.awaitIdle(LIMIT);

        assertEquals(traces, traces(to));
        assertEquals(List.of(), cluster.status().failures());
        assertFalse(libvirtds.getFirst().running(NAME).isPresent());
    }

    /** What would change with another start of the guest, of its daemon, or of the resource. */
    private static String traces(Host host) {
        return new GuestAgent(host, NAME)
                .run(
                        "/bin/sh",
                        "-c",
                        "cat /proc/sys/kernel/random/boot_id;"
                                + " systemctl show --property=MainPID pacemaker_remote;"
                                + " stat --format=%y /run/Dummy-"
                                + DUMMY
                                + ".state");
    }

    private static boolean isUpOn(Host host, ClusterStatus now) {
        return now.isStarted("vm-" + NAME, host.name())
                && now.isOnline(NAME)
                && now.isStarted(DUMMY, NAME);
    }

    private static List<Host> hosts(RemoteCluster stage) {
        return stage.cluster().members().stream().map(ClusterNode::host).toList();
    }

    private static void skip(String reason) {
        System.out.println("[lab] LibvirtKvmMoveIT skipped: " + reason);
        throw new TestAbortedException(reason);
    }
}
