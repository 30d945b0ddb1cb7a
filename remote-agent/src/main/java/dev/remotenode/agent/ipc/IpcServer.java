package dev.remotenode.agent.ipc;

import dev.remotenode.agent.ipc.ring.Leftovers;
import io.netty.channel.EventLoop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Serves local tools, which speak libqb's protocol, on the event loop. */
public final class IpcServer implements AutoCloseable {

    private static final Path OWN_PROCESS = Path.of("/proc/self");

    private final List<EndpointListener> listeners;
    private final Clients clients;
    private final Compression compression;

    private IpcServer(List<EndpointListener> listeners, Clients clients, Compression compression) {
        this.listeners = listeners;
        this.clients = clients;
        this.compression = compression;
    }

    /**
     * Listens on every endpoint, and removes what a crashed daemon may have left. Callable from any
     * thread; the service is called on the loop, perhaps before this returns.
     *
     * @throws IOException if a name is taken, as when a cluster runs on this machine already
     */
    public static IpcServer open(
            EventLoop loop, Set<IpcEndpoint> endpoints, IpcService service, IpcSettings settings)
            throws IOException {
        List<EndpointListener> listeners = listen(endpoints, settings);
        Leftovers.remove(settings.sharedMemory());
        int ownUser = (int) Files.getAttribute(OWN_PROCESS, "unix:uid");
        Clients clients = new Clients(settings.limits());
        Compression compression = new Compression(loop);
        ClientFactory factory = new ClientFactory(service, settings, ownUser, clients, compression);
        ConnectionLimits limits = new ConnectionLimits(settings.limits(), ownUser);
        listeners.forEach(listener ->
                listener.accept(
                        loop,
                        new Acceptor(
                                listener.endpoint(),
                                factory,
                                limits,
                                settings.handshakeTimeout())));
        return new IpcServer(listeners, clients, compression);
    }

    /** All the names or none. */
    private static List<EndpointListener> listen(Set<IpcEndpoint> endpoints, IpcSettings settings)
            throws IOException {
        List<EndpointListener> listeners = new ArrayList<>();
        try {
            for (IpcEndpoint endpoint : endpoints) {
                if (settings.socketFolders().isEmpty()) {
                    listeners.add(EndpointListener.onName(endpoint));
                }
                for (Path folder : settings.socketFolders()) {
                    listeners.add(EndpointListener.inFolder(endpoint, folder));
                }
            }
            return listeners;
        } catch (IOException e) {
            listeners.forEach(EndpointListener::close);
            throw e;
        }
    }

    /** Disconnects every tool and gives up the names; no file is left. Called on the loop. */
    @Override
    public void close() {
        listeners.forEach(EndpointListener::close);
        clients.disconnectAll("the daemon ends");
        compression.close();
    }
}
