package dev.remotenode.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.RemoteCluster;
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
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** A virtual machine of libvirt, which the cluster runs, and runs a resource in. */
@Tag("long")
@RemoteClusterTest
@ClusterSeries(
        value = PacemakerSeries.V2_1,
        because = "hosts with 3.0 stand on a file system without libvirt")
class LibvirtKvmIT {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String NAME = "kvm1";
    private static final String DUMMY = "FAKE1";
    private static final String STATE = "/run/Dummy-" + DUMMY + ".state";

    @AutoClose private static Libvirtd libvirtd;
    private static GuestAgent inside;
    private static KvmGuest guest;

    @BeforeAll
    static void prepare(RemoteCluster stage) {
        Host host = stage.cluster().members().getFirst().host();
        GuestDisk.obstacle(host).ifPresent(LibvirtKvmIT::skip);
        var preparation = Libvirtd.prepare(host);
        if (!preparation.succeeded()) {
            skip("no control groups for libvirt on this machine: " + preparation.errors());
        }
        System.out.println("[lab] guests of QEMU run by " + Acceleration.ofThisMachine());
        libvirtd = Libvirtd.start(host, Hypervisor.QEMU);
        inside = new GuestAgent(host, NAME);
        var disk = GuestDisk.make(host, DaemonProgram.fromSystemProperties());
        stage.cluster().planInCalm();
        guest = KvmGuest.define(List.of(host), NAME, stage.lab().introduce(NAME), disk);
    }

    @BeforeEach
    void start(RemoteCluster stage) {
        stage.cluster().cib().create(guest.resource(), List.of());
        stage.cluster().await(NAME + " online", LIMIT, now -> now.isOnline(NAME));
        stage.cluster()
                .cib()
                .create(
                        Primitive.of(DUMMY, "ocf:pacemaker:Dummy")
                                .monitoredEvery(Duration.ofSeconds(1)),
                        List.of(Placement.preferred(NAME)));
        stage.cluster().await("the resource in the guest", LIMIT, LibvirtKvmIT::isUp);
        // Pacemaker 2.1.5 overlooks the loss of a connection that it is still busy with.
        stage.cluster().awaitIdle(LIMIT);
    }

    /** While the guest is still there to stop it. */
    @AfterEach
    void removeResource(RemoteCluster stage) {
        stage.cluster().cib().delete(DUMMY);
        stage.cluster().await("no resource", LIMIT, now -> now.resource(DUMMY).isEmpty());
    }

    @Test
    void aResourceThatFailsIsRecoveredInTheGuest(RemoteCluster stage) {
        assertEquals("active\n", inside.run("/bin/systemctl", "is-active", "pacemaker_remote"));
        inside.run("/bin/rm", STATE);
        stage.cluster()
                .await("its failure", LIMIT, now -> isUp(now) && !now.failuresOf(DUMMY).isEmpty());
        stage.cluster().awaitIdle(LIMIT);
        assertTrue(isUp(stage.cluster().status()), stage.cluster().statusText());
        inside.run("/bin/ls", STATE);
    }

    @Test
    void theGuestIsSwitchedOffInOrder(RemoteCluster stage) throws IOException {
        stage.cluster().resources().stop(guest.resource().id());
        stage.cluster().await("its end", LIMIT, now -> now.isStopped(guest.resource().id()));
        assertEquals(OptionalInt.empty(), libvirtd.running(NAME));
        String console = Files.readString(guest.console(inside.host()));
        assertTrue(console.contains("reboot: Power down"), console);
    }

    @Test
    void theGuestIsRecoveredFromTheDeathOfItsDaemon(RemoteCluster stage) {
        OptionalInt before = libvirtd.running(NAME);
        inside.run("/usr/bin/pkill", "-KILL", "-f", "pacemaker-remoted");
        awaitAnother(stage, before);
    }

    @Test
    void theGuestIsRecoveredFromItsOwnDeath(RemoteCluster stage) {
        OptionalInt before = libvirtd.running(NAME);
        libvirtd.switchOff(NAME);
        awaitAnother(stage, before);
    }

    private static void awaitAnother(RemoteCluster stage, OptionalInt before) {
        stage.cluster()
                .await(
                        "the resource in another run of the guest",
                        LIMIT,
                        now -> isUp(now) && isAnother(before, libvirtd.running(NAME)));
        inside.run("/bin/ls", STATE);
    }

    private static boolean isUp(ClusterStatus now) {
        return now.isOnline(NAME) && now.isStarted(DUMMY, NAME);
    }

    private static boolean isAnother(OptionalInt before, OptionalInt now) {
        return now.isPresent() && !now.equals(before);
    }

    private static void skip(String reason) {
        System.out.println("[lab] LibvirtKvmIT skipped: " + reason);
        throw new TestAbortedException(reason);
    }
}
