package dev.remotenode.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.RemoteCluster;
import dev.remotenode.lab.cluster.ClusterStatus;
import dev.remotenode.lab.cluster.Placement;
import dev.remotenode.lab.cluster.Primitive;
import dev.remotenode.lab.daemon.DaemonProgram;
import dev.remotenode.lab.host.CommandResult;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.junit.RemoteClusterTest;
import dev.remotenode.lab.libvirt.Hypervisor;
import dev.remotenode.lab.libvirt.Libvirtd;
import dev.remotenode.lab.libvirt.LxcGuest;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** Three Linux containers of libvirt, which the cluster runs, and runs resources in. */
@RemoteClusterTest
class LibvirtLxcIT {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final List<String> DUMMIES =
            List.of("FAKE1", "FAKE2", "FAKE3", "FAKE4", "FAKE5");

    @AutoClose private static Libvirtd libvirtd;
    private static List<LxcGuest> guests;

    @BeforeAll
    static void startLibvirt(RemoteCluster stage) {
        Host host = member(stage);
        CommandResult preparation = Libvirtd.prepare(host);
        if (!preparation.succeeded()) {
            String reason =
                    "no control groups for libvirt on this machine: " + preparation.errors();
            System.out.println("[lab] LibvirtLxcIT skipped: " + reason);
            throw new TestAbortedException(reason);
        }
        libvirtd = Libvirtd.start(host, Hypervisor.LXC);
        stage.cluster().planInCalm();
        DaemonProgram daemon = DaemonProgram.fromSystemProperties();
        guests =
                Stream.of("lxc1", "lxc2", "lxc3")
                        .map(name ->
                                LxcGuest.define(host, name, stage.lab().introduce(name), daemon))
                        .toList();
    }

    /**
     * One guest after the other: Pacemaker 2.1.5 gives a handshake five seconds, and takes a slow
     * one, of three daemons that start on a busy machine, for a refused key, which is final.
     */
    @BeforeEach
    void start(RemoteCluster stage) {
        for (LxcGuest guest : guests) {
            stage.cluster().cib().create(guest.resource(), List.of());
            stage.cluster().await(guest + " online", LIMIT, now -> now.isOnline(guest.name()));
        }
        List<Placement> elsewhere =
                Stream.of(member(stage).name(), stage.remote().name())
                        .map(Placement::forbidden)
                        .toList();
        DUMMIES.forEach(id -> stage.cluster().cib().create(dummy(id), elsewhere));
        stage.cluster().await("five resources in guests", LIMIT, LibvirtLxcIT::isAllUp);
    }

    /** While guests are still there to stop them. */
    @AfterEach
    void removeResources(RemoteCluster stage) {
        DUMMIES.forEach(stage.cluster().cib()::delete);
        stage.cluster()
                .await(
                        "no resources in guests",
                        LIMIT,
                        now -> DUMMIES.stream().allMatch(id -> now.resource(id).isEmpty()));
    }

    @Test
    void resourcesAreSpreadOverGuests(RemoteCluster stage) {
        ClusterStatus now = stage.cluster().status();
        for (LxcGuest guest : guests) {
            List<String> here =
                    DUMMIES.stream().filter(id -> now.isStarted(id, guest.name())).toList();
            assertTrue(!here.isEmpty(), () -> "nothing runs on " + guest.name() + ": " + now);
            assertEquals(here, DUMMIES.stream().filter(guest::hasStateOf).toList());
        }
    }

    @Test
    void guestsAreFoundByTheirNamesFromOtherHosts(RemoteCluster stage) {
        for (LxcGuest guest : guests) {
            stage.remote().host().run("bash", "-c", "exec 3<>/dev/tcp/" + guest.name() + "/3121");
        }
    }

    @Test
    void aGuestIsRecoveredFromTheDeathOfItsDaemon(RemoteCluster stage) {
        // Pacemaker 2.1.5 overlooks the loss of a connection that it is still busy with.
        stage.cluster().awaitIdle(LIMIT);
        OptionalInt before = libvirtd.running("lxc2");
        libvirtd.kill("lxc2");
        stage.cluster()
                .await(
                        "the guest and all resources in another run of it",
                        LIMIT,
                        now -> isAllUp(now) && isAnother(before, libvirtd.running("lxc2")));
        assertEquals(DUMMIES, DUMMIES.stream().filter(LibvirtLxcIT::hasState).toList());
    }

    private static Host member(RemoteCluster stage) {
        return stage.cluster().members().getFirst().host();
    }

    private static boolean isAnother(OptionalInt before, OptionalInt now) {
        return now.isPresent() && !now.equals(before);
    }

    private static boolean hasState(String dummy) {
        return guests.stream().anyMatch(guest -> guest.hasStateOf(dummy));
    }

    private static boolean areGuestsOnline(ClusterStatus now) {
        return guests.stream().map(LxcGuest::name).allMatch(now::isOnline);
    }

    private static boolean isAllUp(ClusterStatus now) {
        return areGuestsOnline(now) && DUMMIES.stream().allMatch(now::isStarted);
    }

    private static Primitive dummy(String id) {
        return Primitive.of(id, "ocf:pacemaker:Dummy").monitoredEvery(Duration.ofSeconds(1));
    }
}
