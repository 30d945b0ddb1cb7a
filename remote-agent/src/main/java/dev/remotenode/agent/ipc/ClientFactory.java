package dev.remotenode.agent.ipc;

import dev.remotenode.agent.ipc.message.MessageLimits;
import dev.remotenode.agent.ipc.ring.Rings;
import dev.remotenode.ocf.posix.ErrnoException;
import io.netty.channel.Channel;
import java.util.OptionalInt;

/** Makes clients of tools that connect. Used on the event loop. */
final class ClientFactory {

    /** Tools from Pacemaker 3.0.1 on cannot do with less, and ask for this always. */
    private static final int SMALLEST_CHUNK = 128 * 1024;

    private final IpcService service;
    private final IpcSettings settings;
    private final int ownUser;
    private final Clients clients;
    private final Compression compression;

    ClientFactory(
            IpcService service,
            IpcSettings settings,
            int ownUser,
            Clients clients,
            Compression compression) {
        this.service = service;
        this.settings = settings;
        this.ownUser = ownUser;
        this.clients = clients;
        this.compression = compression;
    }

    Admission admit(IpcEndpoint endpoint, IpcPeer peer) {
        return service.admit(endpoint, peer);
    }

    /**
     * Makes rings for a tool.
     *
     * @param wantedChunk the size of messages that it asks for; what it gets is what counts
     */
    ConnectedClient create(IpcEndpoint endpoint, IpcPeer peer, Channel stream, long wantedChunk)
            throws ErrnoException {
        IpcLimits limits = settings.limits();
        int chunk = Math.clamp(wantedChunk, SMALLEST_CHUNK, limits.chunkBytes());
        return new ConnectedClient(
                endpoint,
                peer,
                stream,
                Rings.create(settings.sharedMemory(), peer.pid(), chunk, group(peer)),
                new MessageLimits(chunk, limits.messageBytes()),
                service,
                clients,
                compression);
    }

    /** Tools of our own user keep their rings to themselves; others come in by their group. */
    private OptionalInt group(IpcPeer peer) {
        return peer.uid() == ownUser ? OptionalInt.empty() : settings.clientGroup();
    }
}
