package dev.remotenode.agent.cli;

import dev.remotenode.control.message.Connection;
import dev.remotenode.control.message.Status;

/** Whether the cluster has this node. */
enum NodeState {
    /** A cluster node has signed on that manages this node. */
    CONNECTED(ExitStatus.OK),
    /** The daemon runs, and nobody manages this node. */
    NOT_CONNECTED(ExitStatus.DISCONNECTED);

    private final ExitStatus exitStatus;

    NodeState(ExitStatus exitStatus) {
        this.exitStatus = exitStatus;
    }

    static NodeState of(Status status) {
        return status.getConnectionsList().stream().anyMatch(Connection::getProvider)
                ? CONNECTED
                : NOT_CONNECTED;
    }

    ExitStatus exitStatus() {
        return exitStatus;
    }
}
