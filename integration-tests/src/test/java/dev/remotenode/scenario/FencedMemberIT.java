package dev.remotenode.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.RemoteCluster;
import dev.remotenode.lab.agent.Actor;
import dev.remotenode.lab.agent.ActorAgent;
import dev.remotenode.lab.cluster.Cluster;
import dev.remotenode.lab.cluster.ClusterStatus;
import dev.remotenode.lab.cluster.Fencing;
import dev.remotenode.lab.cluster.Member;
import dev.remotenode.lab.cluster.Placement;
import dev.remotenode.lab.cluster.Primitive;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.host.PacemakerSeries;
import dev.remotenode.lab.junit.ClusterSeries;
import dev.remotenode.lab.junit.RemoteClusterTest;
import dev.remotenode.lab.libvirt.Hypervisor;
import dev.remotenode.lab.libvirt.MemberGuest;
import dev.remotenode.lab.libvirt.Mishap;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Members of the cluster that are guests of libvirt, and fence each other: the device for one runs
 * on the other. The remote node, whose connection the fenced one has, goes on with its work.
 */
@RemoteClusterTest
@ClusterSeries(
        value = PacemakerSeries.V2_1,
        because = "hosts with 3.0 stand on a file system without libvirt")
class FencedMemberIT {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private static final String LEFT = "left";
    private static final String RIGHT = "right";

    @AutoClose private static FencedHypervisor hypervisor;

    @BeforeAll
    static void addMembers(RemoteCluster stage) {
        hypervisor = FencedHypervisor.start(stage.lab(), first(stage));
        List<Member> members =
                List.of(
                        new Member(LEFT, stage.lab().introduce(LEFT)),
                        new Member(RIGHT, stage.lab().introduce(RIGHT)));
        stage.cluster().expect(members);
        for (Member member : members) {
            hypervisor.libvirtd().switchOn(MemberGuest.define(hypervisor.host(), member).xml());
        }
        stage.cluster().await("all members", LIMIT, FencedMemberIT::areBothOnline);
        stage.cluster().enableFencing();
    }

    @Test
    void theOtherFencesAFrozenOne(RemoteCluster stage) {
        Cluster cluster = stage.cluster();
        addDevice(LEFT, RIGHT, stage);
        addDevice(RIGHT, LEFT, stage);
        cluster.await(
                "each device on the other member",
                LIMIT,
                now -> now.isStarted("fence-left", RIGHT) && now.isStarted("fence-right", LEFT));
        String guest = stage.remote().name();
        cluster.resources().move(guest, LEFT);
        cluster.await("the connection on left", LIMIT, now -> now.isStarted(guest, LEFT));
        Actor steady = stage.actor("steady");
        cluster.cib()
                .create(
                        Primitive.of("steady", ActorAgent.NAME).monitoredEvery(INTERVAL),
                        List.of(
                                Placement.forbidden(first(stage).name()),
                                Placement.forbidden(LEFT),
                                Placement.forbidden(RIGHT)));
        cluster.await("the start", LIMIT, now -> now.isStarted("steady", guest));
        cluster.awaitIdle(LIMIT);
        OptionalInt run = hypervisor.libvirtd().running(LEFT);

        Mishap.FROZEN.befall(hypervisor.host(), LEFT);

        ClusterStatus after =
                cluster.await(
                        "left back after fencing, and the remote node connected",
                        LIMIT,
                        now ->
                                isFenced(LEFT, now)
                                        && areBothOnline(now)
                                        && now.isOnline(guest)
                                        && now.isStarted("fence-right", LEFT));
        assertTrue(!hypervisor.libvirtd().running(LEFT).equals(run));
        assertEquals(List.of(guest), after.resource("steady").orElseThrow().nodes());
        int monitors = steady.timesTold("monitor");
        cluster.await(
                "monitors after the takeover",
                LIMIT,
                now -> steady.timesTold("monitor") > monitors + 2);
        assertEquals(1, steady.timesTold("start"));
        assertEquals(0, steady.timesTold("stop"));
        cluster.resources().clearMove(guest);
    }

    /** Without devices, which are removed next, the cluster would leave it alone. */
    @AfterEach
    void removeWork(RemoteCluster stage) {
        stage.cluster().cib().delete("steady");
        stage.cluster().await("no work", LIMIT, now -> now.resource("steady").isEmpty());
    }

    /** On the other member alone: neither on the one that it fences nor on their host. */
    private static void addDevice(String target, String place, RemoteCluster stage) {
        stage.cluster()
                .cib()
                .create(
                        Primitive.of("fence-" + target, "stonith:external/libvirt")
                                .withParameter("hostlist", target)
                                .withParameter(
                                        "hypervisor_uri", Hypervisor.LXC.uri(hypervisor.host()))
                                .monitoredEvery(Duration.ofSeconds(30)),
                        List.of(
                                Placement.forbidden(target),
                                Placement.forbidden(first(stage).name()),
                                Placement.preferred(place)));
    }

    private static boolean areBothOnline(ClusterStatus now) {
        return now.isOnline(LEFT) && now.isOnline(RIGHT);
    }

    private static boolean isFenced(String node, ClusterStatus now) {
        return now.fencings().stream()
                .filter(fencing -> fencing.outcome().equals("success"))
                .map(Fencing::target)
                .anyMatch(node::equals);
    }

    private static Host first(RemoteCluster stage) {
        return stage.cluster().members().getFirst().host();
    }
}
