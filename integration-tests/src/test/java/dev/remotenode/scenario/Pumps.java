package dev.remotenode.scenario;

import dev.remotenode.lab.RemoteCluster;
import dev.remotenode.lab.cluster.ClusterNode;
import dev.remotenode.lab.cluster.ClusterStatus;
import dev.remotenode.lab.cluster.Placement;
import dev.remotenode.lab.cluster.Primitive;
import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.libvirt.LxcGuest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Two resources that run in one guest only. If one of them fails there, the guest is to be fenced;
 * what they know of themselves is lost with the machine.
 *
 * @param node what the cluster calls the guest
 */
record Pumps(String node, LxcGuest guest) {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final List<String> IDS = List.of("pump1", "pump2");

    void create(RemoteCluster stage) {
        List<Placement> elsewhere =
                Stream.concat(
                                stage.cluster().members().stream().map(ClusterNode::name),
                                Stream.of(stage.remote().name()))
                        .map(Placement::forbidden)
                        .toList();
        for (String id : IDS) {
            stage.cluster().cib().create(resource(id), elsewhere);
        }
        stage.cluster().await("pumps", LIMIT, this::areStarted);
        // Pacemaker 2.1.5 overlooks the loss of a connection that it is still busy with.
        stage.cluster().awaitIdle(LIMIT);
    }

    boolean areStarted(ClusterStatus now) {
        return now.isOnline(node) && IDS.stream().allMatch(id -> now.isStarted(id, node));
    }

    /** Fails unless each has started in the run of the machine that is the present one. */
    void assertWorking() {
        for (String id : IDS) {
            guest.run(Command.of("test", "-e", state(id))).outputOrFail();
        }
    }

    /** The next monitor will find that it does not run. */
    void breakOne() {
        guest.run(Command.of("rm", state(IDS.getFirst()))).outputOrFail();
    }

    /** Returns when they are gone, which takes the node to stop them. */
    void remove(RemoteCluster stage) {
        IDS.forEach(stage.cluster().cib()::delete);
        stage.cluster()
                .await(
                        "no pumps",
                        LIMIT,
                        now -> IDS.stream().allMatch(id -> now.resource(id).isEmpty()));
    }

    private static Primitive resource(String id) {
        return Primitive.of(id, "ocf:pacemaker:Dummy")
                .withParameter("state", state(id))
                .with(
                        new Primitive.Action(
                                "monitor", INTERVAL, TIMEOUT, Map.of("on-fail", "fence")));
    }

    private static String state(String id) {
        return "/dev/shm/" + id + ".state";
    }
}
