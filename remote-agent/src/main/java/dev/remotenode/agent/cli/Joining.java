package dev.remotenode.agent.cli;

import dev.remotenode.agent.cli.check.TcpTable;
import java.net.InetAddress;
import java.util.List;

/**
 * Whether one may become a client of a daemon. A controller that is told of another client takes it
 * for the cluster node that the cluster has moved the connection to, and drops its own.
 *
 * @param allowed whether to do so
 * @param reason why, or why not, a clause
 */
record Joining(boolean allowed, String reason) {

    /**
     * Decides.
     *
     * @param forced whether the operator wants it in any case
     */
    static Joining decide(Target target, InetAddress address, boolean forced) {
        if (!Target.isThisHost(address)) {
            return new Joining(
                    forced,
                    "a cluster node may be connected to %s, and would drop the connection"
                            .formatted(target.host()));
        }
        return decideHere(TcpTable.read().connectedTo(target.port()), forced);
    }

    /** On this host one can see who is connected. */
    static Joining decideHere(List<String> connected, boolean forced) {
        return connected.isEmpty()
                ? new Joining(true, "no cluster node is connected")
                : new Joining(
                        forced,
                        "%s is connected, and would drop the connection"
                                .formatted(String.join(", ", connected)));
    }
}
