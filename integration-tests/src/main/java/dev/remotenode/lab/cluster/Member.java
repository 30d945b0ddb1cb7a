package dev.remotenode.lab.cluster;

import dev.remotenode.lab.host.Host;

/**
 * A member of a cluster, as the others find it.
 *
 * @param address where its corosync is
 */
public record Member(String name, String address) {
    static Member of(Host host) {
        return new Member(host.name(), host.address());
    }

    static Member of(ClusterNode node) {
        return of(node.host());
    }
}
