package dev.remotenode.agent.proxy;

import dev.remotenode.agent.ipc.IpcClient;
import dev.remotenode.agent.ipc.IpcEndpoint;

/**
 * Who a local tool is.
 *
 * @param channel the cluster's service that it wants, such as {@code cib_rw}
 * @param pid its process
 * @param user the operating system's name of its user
 */
record ToolIdentity(String channel, int pid, String user) {

    private static final int SHORT = 8;

    static ToolIdentity of(IpcClient client) {
        return new ToolIdentity(
                channel(client.endpoint()),
                client.peer().pid(),
                ToolUsers.name(client.peer().uid()));
    }

    /** Controllers know no {@code cib_shm}: it is the same service in another wrapping. */
    private static String channel(IpcEndpoint endpoint) {
        return switch (endpoint) {
            case CIB_SHM -> IpcEndpoint.CIB_RW.socketName();
            case CIB_RO, CIB_RW, ATTRD, STONITH_NG, CRMD, PACEMAKERD, LRMD -> endpoint.socketName();
        };
    }

    /** The name by which cluster nodes log it, in the shape that Pacemaker gives it. */
    String clientName(String session) {
        return "proxy-%s-%d-%s".formatted(channel, pid, session.substring(0, SHORT));
    }
}
