package dev.remotenode.lab.history;

import dev.remotenode.lab.cluster.ClusterStatus;
import dev.remotenode.lab.cluster.FailedOperation;
import dev.remotenode.lab.cluster.Fencing;
import dev.remotenode.lab.cluster.NodeStatus;
import dev.remotenode.lab.cluster.ResourceStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Histories to test with. */
final class Histories {
    private static final NodeStatus MEMBER = new NodeStatus("node1", true, false, false);
    private static final ResourceStatus CONNECTION = resource("guest1", "node1");

    private Histories() {}

    /** A resource starts on a guest, fails there, goes to the cluster node, and comes back. */
    static History ofARecovery() {
        return new History(
                List.of(
                        at(0, List.of(MEMBER), List.of(), List.of(), List.of()),
                        at(2, withGuest(true), List.of(CONNECTION, pump("guest1"))),
                        at(10, withGuest(false), List.of(), List.of(failure()), fencing()),
                        at(
                                12,
                                withGuest(false),
                                List.of(pump("node1")),
                                List.of(failure()),
                                fenced()),
                        at(
                                16,
                                withGuest(true),
                                List.of(CONNECTION, pump("guest1")),
                                List.of(),
                                fenced()),
                        at(
                                20,
                                withGuest(true),
                                List.of(CONNECTION, pump("guest1")),
                                List.of(),
                                fenced())));
    }

    static Sample at(int second, List<NodeStatus> nodes, List<ResourceStatus> resources) {
        return at(second, nodes, resources, List.of(), List.of());
    }

    private static Sample at(
            int second,
            List<NodeStatus> nodes,
            List<ResourceStatus> resources,
            List<FailedOperation> failures,
            List<Fencing> fencings) {
        return new Sample(
                Duration.ofSeconds(second),
                new ClusterStatus(
                        Optional.of("node1"), nodes, resources, List.of(), failures, fencings));
    }

    static List<NodeStatus> withGuest(boolean online) {
        return List.of(new NodeStatus("guest1", online, true, !online), MEMBER);
    }

    static ResourceStatus pump(String node) {
        return resource("pump", node);
    }

    private static ResourceStatus resource(String id, String node) {
        return new ResourceStatus(id, "Started", false, List.of(node));
    }

    /** One that is under way is none yet. */
    private static List<Fencing> fencing() {
        return List.of(new Fencing("guest1", "reboot", "pending", ""));
    }

    private static FailedOperation failure() {
        return new FailedOperation(
                "guest1", "pump", "monitor", Duration.ofSeconds(1), 7, "Done", "dry & <empty>");
    }

    private static List<Fencing> fenced() {
        return List.of(new Fencing("guest1", "reboot", "success", "2026-11-21 15:00:00Z"));
    }
}
