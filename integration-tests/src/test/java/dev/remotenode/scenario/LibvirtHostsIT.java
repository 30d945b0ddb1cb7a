package dev.remotenode.scenario;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.RemoteCluster;
import dev.remotenode.lab.cluster.Cluster;
import dev.remotenode.lab.cluster.ClusterNode;
import dev.remotenode.lab.cluster.ClusterStatus;
import dev.remotenode.lab.cluster.Placement;
import dev.remotenode.lab.cluster.Primitive;
import dev.remotenode.lab.daemon.DaemonProgram;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.host.PacemakerSeries;
import dev.remotenode.lab.host.PowerSwitch;
import dev.remotenode.lab.junit.ClusterSeries;
import dev.remotenode.lab.junit.RemoteClusterTest;
import dev.remotenode.lab.libvirt.Hypervisor;
import dev.remotenode.lab.libvirt.Libvirtd;
import dev.remotenode.lab.libvirt.LxcGuest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.opentest4j.TestAbortedException;

/** Two cluster nodes, either of which can run the containers of libvirt that are guests. */
@Tag("long")
@RemoteClusterTest(clusterNodes = 2)
@ClusterSeries(
        value = PacemakerSeries.V2_1,
        because = "hosts with 3.0 stand on a file system without libvirt")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LibvirtHostsIT {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final String NODE1 = "node1";
    private static final String NODE2 = "node2";

    /** The resource in a guest that begins on the cluster node of the same number. */
    private enum Pair {
        FIRST("lxc1", "FAKE1", NODE1),
        SECOND("lxc2", "FAKE2", NODE2);

        private final String guest;
        private final String dummy;
        private final String home;

        Pair(String guest, String dummy, String home) {
            this.guest = guest;
            this.dummy = dummy;
            this.home = home;
        }

        String machine() {
            return "vm-" + guest;
        }

        boolean isUpOn(String node, ClusterStatus now) {
            return now.isOnline(guest)
                    && now.isStarted(machine(), node)
                    && now.isStarted(dummy, guest);
        }
    }

    /** Each is defined on either host. */
    private static final List<LxcGuest> GUESTS = new ArrayList<>();

    private static List<Libvirtd> libvirtds = List.of();

    @BeforeAll
    static void startLibvirt(RemoteCluster stage) {
        List<Host> hosts = stage.cluster().members().stream().map(ClusterNode::host).toList();
        for (Host host : hosts) {
            var preparation = Libvirtd.prepare(host);
            if (!preparation.succeeded()) {
                String reason =
                        "no control groups for libvirt on this machine: " + preparation.errors();
                System.out.println("[lab] LibvirtHostsIT skipped: " + reason);
                throw new TestAbortedException(reason);
            }
        }
        stage.cluster().planInCalm();
        libvirtds = hosts.stream().map(host -> Libvirtd.start(host, Hypervisor.LXC)).toList();
        DaemonProgram daemon = DaemonProgram.fromSystemProperties();
        for (Pair pair : Pair.values()) {
            String address = stage.lab().introduce(pair.guest);
            for (Host host : hosts) {
                GUESTS.add(LxcGuest.define(host, pair.guest, address, daemon));
            }
        }
    }

    /** The last test has switched the second host off. */
    @AfterAll
    static void endLibvirt(RemoteCluster stage) {
        if (libvirtds.isEmpty()) {
            return;
        }
        if (libvirtds.getLast().isRunning()) {
            libvirtds.getLast().close();
        } else {
            libvirtds.getFirst().bury(libvirtds.getLast());
        }
        libvirtds.getFirst().close();
    }

    @BeforeEach
    void start(RemoteCluster stage) {
        for (Pair pair : Pair.values()) {
            LxcGuest guest = guest(pair, NODE1);
            stage.cluster().cib().create(guest.resource(), List.of(Placement.preferred(pair.home)));
            stage.cluster().await(guest + " online", LIMIT, now -> now.isOnline(pair.guest));
            List<Placement> elsewhere =
                    Stream.of(NODE1, NODE2, stage.remote().name(), "lxc1", "lxc2")
                            .filter(node -> !node.equals(pair.guest))
                            .map(Placement::forbidden)
                            .toList();
            stage.cluster().cib().create(dummy(pair), elsewhere);
        }
        stage.cluster()
                .await(
                        "each guest on its node",
                        LIMIT,
                        now -> Pair.FIRST.isUpOn(NODE1, now) && Pair.SECOND.isUpOn(NODE2, now));
        stage.cluster().awaitIdle(LIMIT);
    }

    /** While guests are still there to stop them, and without a need for the device. */
    @AfterEach
    void removeResources(RemoteCluster stage) {
        stage.cluster().cib().setOption("stonith-enabled", "false");
        for (Pair pair : Pair.values()) {
            stage.cluster().cib().delete(pair.dummy);
        }
        stage.cluster()
                .await(
                        "no resources in guests",
                        LIMIT,
                        now ->
                                Stream.of(Pair.values())
                                        .allMatch(pair -> now.resource(pair.dummy).isEmpty()));
    }

    @Test
    @Order(1)
    void aGuestMovesWithItsResource(RemoteCluster stage) {
        Cluster cluster = stage.cluster();
        cluster.resources().move(Pair.FIRST.machine(), NODE2);
        cluster.await("lxc1 on node2", LIMIT, now -> Pair.FIRST.isUpOn(NODE2, now));
        assertTrue(Pair.SECOND.isUpOn(NODE2, cluster.status()));
        assertTrue(guest(Pair.FIRST, NODE2).hasStateOf(Pair.FIRST.dummy));
        assertFalse(libvirtds.getFirst().running(Pair.FIRST.guest).isPresent());

        cluster.resources().clearMove(Pair.FIRST.machine());
        cluster.await("lxc1 back on node1", LIMIT, now -> Pair.FIRST.isUpOn(NODE1, now));
    }

    @Test
    @Order(2)
    void guestsOfALostHostComeUpOnTheOther(RemoteCluster stage) {
        Cluster cluster = stage.cluster();
        try (PowerSwitch _ = PowerSwitch.install(stage.lab())) {
            cluster.cib()
                    .create(
                            Primitive.of("fence-node2", "stonith:" + PowerSwitch.AGENT)
                                    .withParameter("pcmk_host_list", NODE2)
                                    .withParameter("pcmk_reboot_action", "off")
                                    .monitoredEvery(Duration.ofSeconds(10)),
                            List.of(Placement.forbidden(NODE2)));
            cluster.await("the device", LIMIT, now -> now.isStarted("fence-node2", NODE1));
            host(stage, NODE1)
                    .run("crm_attribute", "--name", "stonith-enabled", "--update", "true");
            cluster.awaitIdle(LIMIT);

            // The host is lost to the cluster, its guest goes on: it must not run twice.
            host(stage, NODE2).run("pkill", "-KILL", "corosync");
            cluster.await(
                    "both guests on node1",
                    LIMIT,
                    now -> Pair.FIRST.isUpOn(NODE1, now) && Pair.SECOND.isUpOn(NODE1, now));
            assertTrue(
                    cluster.status().fencings().stream()
                            .anyMatch(fencing ->
                                    fencing.target().equals(NODE2)
                                            && fencing.outcome().equals("success")),
                    () -> cluster.status().toString());
            assertFalse(libvirtds.getLast().isRunning());
            assertTrue(guest(Pair.SECOND, NODE1).hasStateOf(Pair.SECOND.dummy));
        }
    }

    private static LxcGuest guest(Pair pair, String node) {
        return GUESTS.stream()
                .filter(guest ->
                        guest.name().equals(pair.guest) && guest.host().name().equals(node))
                .findFirst()
                .orElseThrow();
    }

    private static Host host(RemoteCluster stage, String node) {
        return stage.cluster().members().stream()
                .map(ClusterNode::host)
                .filter(host -> host.name().equals(node))
                .findFirst()
                .orElseThrow();
    }

    private static Primitive dummy(Pair pair) {
        return Primitive.of(pair.dummy, "ocf:pacemaker:Dummy")
                .monitoredEvery(Duration.ofSeconds(1));
    }
}
