package dev.remotenode.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.RemoteCluster;
import dev.remotenode.lab.cluster.ClusterStatus;
import dev.remotenode.lab.cluster.Fencing;
import dev.remotenode.lab.cluster.Primitive;
import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.CommandResult;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.host.PacemakerSeries;
import dev.remotenode.lab.junit.ClusterSeries;
import dev.remotenode.lab.junit.RemoteClusterTest;
import dev.remotenode.lab.libvirt.Hypervisor;
import dev.remotenode.lab.libvirt.LxcGuest;
import dev.remotenode.lab.libvirt.Mishap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A remote node that is a guest of libvirt, started by nobody in the cluster: a real fence device
 * ends it and starts it again.
 */
@RemoteClusterTest
@ClusterSeries(
        value = PacemakerSeries.V2_1,
        because = "hosts with 3.0 stand on a file system without libvirt")
class FencedRemoteNodeIT {
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private static final String DOMAIN = "lxc1";
    private static final String NODE = "pumphouse";

    @AutoClose private static FencedHypervisor hypervisor;
    private static LxcGuest machine;
    private static Pumps pumps;

    @BeforeAll
    static void startMachine(RemoteCluster stage) {
        hypervisor = FencedHypervisor.start(stage.lab(), member(stage));
        machine = hypervisor.define(DOMAIN);
        pumps = new Pumps(NODE, machine);
        hypervisor.libvirtd().switchOn(machine.xml());
        stage.cluster().enableFencing();
    }

    @Test
    void theFencingDaemonIsSeenFromEverywhere(RemoteCluster stage) {
        Command list = hypervisor.multicast().question("list");
        Command status = hypervisor.multicast().question("status", "-H", DOMAIN);
        Host elsewhere = stage.remote().host();
        for (CommandResult answer :
                List.of(member(stage).run(list), elsewhere.run(list), machine.run(list))) {
            assertTrue(answer.outputOrFail().matches("lxc1 +[-0-9a-f]{36} on\n"), answer::output);
        }
        for (CommandResult answer :
                List.of(member(stage).run(status), elsewhere.run(status), machine.run(status))) {
            assertEquals("Status: ON\n", answer.outputOrFail());
        }
    }

    @Test
    void theCommandOfTheDeviceWorksByHand(RemoteCluster stage) {
        Host elsewhere = stage.remote().host();
        stonith(elsewhere, "-S");
        assertEquals(NODE + "\n", stonith(elsewhere, "-l"));

        stonith(elsewhere, "-T", "off", NODE);
        assertEquals(OptionalInt.empty(), hypervisor.libvirtd().running(DOMAIN));
        stonith(elsewhere, "-T", "on", NODE);
        OptionalInt switchedOn = hypervisor.libvirtd().running(DOMAIN);
        assertTrue(switchedOn.isPresent());
        stonith(elsewhere, "-T", "reset", NODE);
        assertTrue(isAnotherRunThan(switchedOn));
    }

    @ParameterizedTest
    @EnumSource
    void aFrozenNodeIsFenced(FenceDevice device, RemoteCluster stage) {
        assertFencedAfter(() -> Mishap.FROZEN.befall(member(stage), DOMAIN), device, stage);
    }

    @ParameterizedTest
    @CsvSource({"FENCE_XVM, UNPLUGGED", "EXTERNAL_LIBVIRT, KILLED", "FENCE_VIRSH, KILLED"})
    void aLostNodeIsFenced(FenceDevice device, Mishap mishap, RemoteCluster stage) {
        assertFencedAfter(() -> mishap.befall(member(stage), DOMAIN), device, stage);
    }

    @Test
    void aFailureFencesTheNodeIfTheResourceSaysSo(RemoteCluster stage) {
        assertFencedAfter(pumps::breakOne, FenceDevice.FENCE_XVM, stage);
    }

    /** While the node is still there to stop what runs on it. */
    @AfterEach
    void removeResources(RemoteCluster stage) {
        pumps.remove(stage);
        stage.cluster().cib().delete(NODE);
        stage.cluster().await("the node gone", LIMIT, now -> now.resource(NODE).isEmpty());
    }

    private static void assertFencedAfter(Runnable event, FenceDevice device, RemoteCluster stage) {
        stage.cluster().cib().create(device.resource(NODE, DOMAIN, member(stage)), List.of());
        stage.cluster().await("the device", LIMIT, now -> now.isStarted(FenceDevice.ID));
        stage.cluster().cib().create(connection(), List.of());
        stage.cluster().await("the node online", LIMIT, now -> now.isOnline(NODE));
        pumps.create(stage);
        List<Fencing> before = fencings(stage.cluster().status());
        OptionalInt run = hypervisor.libvirtd().running(DOMAIN);

        event.run();

        stage.cluster()
                .await(
                        "the node fenced, and all back on it",
                        LIMIT,
                        now ->
                                pumps.areStarted(now)
                                        && !fencings(now).equals(before)
                                        && isAnotherRunThan(run));
        pumps.assertWorking();
    }

    private static String stonith(Host host, String... request) {
        var words = new ArrayList<>(List.of("stonith", "-t", "external/libvirt"));
        words.add("hostlist=" + NODE + ":" + DOMAIN);
        words.add("hypervisor_uri=" + Hypervisor.LXC.uri(hypervisor.host()));
        words.addAll(List.of(request));
        return host.run(Command.of(words)).outputOrFail();
    }

    /** A connection without an answer is lost after five seconds. */
    private static Primitive connection() {
        return Primitive.of(NODE, "ocf:pacemaker:remote")
                .withParameter("server", DOMAIN)
                .with(new Primitive.Action("start", Duration.ZERO, Duration.ofSeconds(60)))
                .with(
                        new Primitive.Action(
                                "monitor", Duration.ofSeconds(1), Duration.ofSeconds(5)));
    }

    private static boolean isAnotherRunThan(OptionalInt before) {
        OptionalInt now = hypervisor.libvirtd().running(DOMAIN);
        return now.isPresent() && !now.equals(before);
    }

    /** The successful ones. */
    private static List<Fencing> fencings(ClusterStatus now) {
        return now.fencings().stream()
                .filter(fencing -> fencing.target().equals(NODE))
                .filter(fencing -> fencing.outcome().equals("success"))
                .toList();
    }

    private static Host member(RemoteCluster stage) {
        return stage.cluster().members().getFirst().host();
    }
}
