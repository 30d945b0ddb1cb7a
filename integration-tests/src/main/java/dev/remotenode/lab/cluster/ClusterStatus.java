package dev.remotenode.lab.cluster;

import java.util.List;
import java.util.Optional;

/**
 * The cluster at one moment, as {@code crm_mon} shows it.
 *
 * @param coordinator the name of the designated controller (DC), if one is elected
 * @param operations the recorded history of operations, oldest first per resource and node
 * @param failures the failed operations that have not been cleaned up
 * @param fencings what the fencer has done, or tried to, as far as it remembers
 */
public record ClusterStatus(
        Optional<String> coordinator,
        List<NodeStatus> nodes,
        List<ResourceStatus> resources,
        List<OperationRecord> operations,
        List<FailedOperation> failures,
        List<Fencing> fencings) {

    /** What is known before the cluster can be asked. */
    static final ClusterStatus UNKNOWN =
            new ClusterStatus(
                    Optional.empty(), List.of(), List.of(), List.of(), List.of(), List.of());

    /**
     * Whether a member is up, or a remote node connected. For the latter it takes more than the
     * node's own status: Pacemaker shows it online as soon as it begins to connect.
     */
    public boolean isOnline(String node) {
        return nodes.stream()
                .filter(status -> status.name().equals(node) && status.online())
                .anyMatch(status -> !status.remote() || isStarted(node));
    }

    public Optional<ResourceStatus> resource(String id) {
        return resources.stream().filter(resource -> resource.id().equals(id)).findFirst();
    }

    /** Whether the resource is active on exactly one node. */
    public boolean isStarted(String resource) {
        return resource(resource).filter(ResourceStatus::isStarted).isPresent();
    }

    /** Whether the resource is active on this node and on no other. */
    public boolean isStarted(String resource, String node) {
        return resource(resource)
                .filter(status -> status.isStarted() && status.nodes().equals(List.of(node)))
                .isPresent();
    }

    /** Whether the resource is configured, and active nowhere. */
    public boolean isStopped(String resource) {
        return resource(resource).filter(ResourceStatus::isStopped).isPresent();
    }

    public List<OperationRecord> operationsOf(String resource, String node) {
        return operations.stream()
                .filter(operation ->
                        operation.resource().equals(resource) && operation.node().equals(node))
                .toList();
    }

    public List<FailedOperation> failuresOf(String resource) {
        return failures.stream().filter(failure -> failure.resource().equals(resource)).toList();
    }
}
