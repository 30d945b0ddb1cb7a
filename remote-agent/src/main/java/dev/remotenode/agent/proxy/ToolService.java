package dev.remotenode.agent.proxy;

import dev.remotenode.agent.ipc.Admission;
import dev.remotenode.agent.ipc.IpcClient;
import dev.remotenode.agent.ipc.IpcEndpoint;
import dev.remotenode.agent.ipc.IpcPeer;
import dev.remotenode.agent.ipc.IpcRequest;
import dev.remotenode.agent.ipc.IpcService;

/**
 * What local tools find on this node: the cluster's services by way of a cluster node, and the
 * executor itself.
 */
public final class ToolService implements IpcService {

    /** Tools take it for "this is a remote node, and the cluster cannot be reached". */
    private static final Admission NO_CLUSTER = new Admission.Refused(121);

    private static final Admission ACCEPTED = new Admission.Accepted();

    private final ProxySessions cluster;
    private final LocalExecutorClients executor;

    public ToolService(ProxySessions cluster, LocalExecutorClients executor) {
        this.cluster = cluster;
        this.executor = executor;
    }

    /**
     * The refusal by {@code pacemakerd} is an interface of its own: tools know by it that this is a
     * remote node.
     */
    @Override
    public Admission admit(IpcEndpoint endpoint, IpcPeer peer) {
        return switch (endpoint) {
            case PACEMAKERD -> NO_CLUSTER;
            case LRMD -> ACCEPTED;
            case CIB_RO, CIB_RW, CIB_SHM, ATTRD, STONITH_NG, CRMD ->
                    cluster.isAvailable() ? ACCEPTED : NO_CLUSTER;
        };
    }

    @Override
    public void opened(IpcClient client) {
        if (isForExecutor(client)) {
            executor.opened(client);
        } else {
            cluster.opened(client);
        }
    }

    @Override
    public void requested(IpcClient client, IpcRequest request) {
        if (isForExecutor(client)) {
            executor.requested(client, request);
        } else {
            cluster.requested(client, request);
        }
    }

    @Override
    public void closed(IpcClient client) {
        if (isForExecutor(client)) {
            executor.closed(client);
        } else {
            cluster.closed(client);
        }
    }

    private static boolean isForExecutor(IpcClient client) {
        return client.endpoint() == IpcEndpoint.LRMD;
    }
}
