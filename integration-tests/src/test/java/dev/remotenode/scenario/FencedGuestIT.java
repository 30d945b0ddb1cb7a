package dev.remotenode.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remotenode.lab.RemoteCluster;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.host.PacemakerSeries;
import dev.remotenode.lab.junit.ClusterSeries;
import dev.remotenode.lab.junit.RemoteClusterTest;
import dev.remotenode.lab.libvirt.LxcGuest;
import dev.remotenode.lab.libvirt.Mishap;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A guest that the cluster itself starts, in a cluster that fences: the resource that is the guest
 * takes the place of a device, whatever has become of the daemon in it.
 */
@RemoteClusterTest
@ClusterSeries(
        value = PacemakerSeries.V2_1,
        because = "hosts with 3.0 stand on a file system without libvirt")
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FencedGuestIT {
    /**
     * The cluster asks a guest twice a minute, and waits half a minute for the answer. Another
     * minute goes by with Pacemaker's own daemon, until the cluster finds the new guest.
     */
    private static final Duration LIMIT = Duration.ofSeconds(150);

    private static final String DOMAIN = "lxc1";

    @AutoClose private static FencedHypervisor hypervisor;
    private static LxcGuest guest;
    private static Pumps pumps;

    @BeforeAll
    static void startHypervisor(RemoteCluster stage) {
        hypervisor = FencedHypervisor.start(stage.lab(), member(stage));
        guest = hypervisor.define(DOMAIN);
        pumps = new Pumps(guest.name(), guest);
        stage.cluster().enableFencing();
        stage.cluster().planInCalm();
    }

    /** Without any device the cluster would do nothing; the one here is not for the guest. */
    @BeforeEach
    void start(RemoteCluster stage) {
        stage.cluster()
                .cib()
                .create(
                        FenceDevice.FENCE_XVM.resource("pumphouse", "lxc2", member(stage)),
                        List.of());
        stage.cluster().cib().create(guest.resource(), List.of());
        stage.cluster().await("the guest online", LIMIT, now -> now.isOnline(guest.name()));
        pumps.create(stage);
    }

    /**
     * Each while there is somebody to stop it: the guest, and a device without which nothing is.
     */
    @AfterEach
    void stop(RemoteCluster stage) {
        pumps.remove(stage);
        String id = guest.resource().id();
        stage.cluster().resources().stop(id);
        stage.cluster().await("the guest stopped", LIMIT, now -> now.isStopped(id));
    }

    @Test
    void aFailureFencesTheGuestIfTheResourceSaysSo(RemoteCluster stage) {
        assertRecoveredAfter(pumps::breakOne, stage);
    }

    @Test
    void aKilledGuestIsStartedAgain(RemoteCluster stage) {
        assertRecoveredAfter(Mishap.KILLED, stage);
    }

    @Test
    @Tag("long")
    void aFrozenGuestIsStartedAgain(RemoteCluster stage) {
        assertRecoveredAfter(Mishap.FROZEN, stage);
    }

    @Test
    @Tag("long")
    void anUnpluggedGuestIsStartedAgain(RemoteCluster stage) {
        assertRecoveredAfter(Mishap.UNPLUGGED, stage);
    }

    private static void assertRecoveredAfter(Mishap mishap, RemoteCluster stage) {
        assertRecoveredAfter(() -> mishap.befall(member(stage), DOMAIN), stage);
    }

    private static void assertRecoveredAfter(Runnable event, RemoteCluster stage) {
        OptionalInt before = hypervisor.libvirtd().running(DOMAIN);
        event.run();
        stage.cluster()
                .await(
                        "the guest and all resources in another run of it",
                        LIMIT,
                        now -> pumps.areStarted(now) && isAnotherRunThan(before));
        pumps.assertWorking();
        assertEquals(List.of(), stage.cluster().status().fencings());
    }

    private static boolean isAnotherRunThan(OptionalInt before) {
        OptionalInt now = hypervisor.libvirtd().running(DOMAIN);
        return now.isPresent() && !now.equals(before);
    }

    private static Host member(RemoteCluster stage) {
        return stage.cluster().members().getFirst().host();
    }
}
