package dev.remotenode.lab;

import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.host.NetworkNamespace;
import dev.remotenode.lab.wire.ClusterPeer;
import dev.remotenode.lab.wire.PlainPeer;
import dev.remotenode.lab.wire.RecordPeer;
import dev.remotenode.lrmd.client.ClientLoop;
import dev.remotenode.lrmd.client.ExecutorClient;
import dev.remotenode.lrmd.client.NotificationListener;
import dev.remotenode.lrmd.tls.ClientIdentity;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;

/** Where peers sit: a host from whose network they connect to the daemon. */
public final class PeerSeat implements AutoCloseable {
    private final Host host;
    private final InetSocketAddress daemon;
    private volatile AuthenticationKey key;
    private final NetworkNamespace network;
    private final ClientLoop loop;

    PeerSeat(Host host, InetSocketAddress daemon, AuthenticationKey key) {
        this.host = host;
        this.daemon = daemon;
        this.key = key;
        network = new NetworkNamespace(host);
        loop = new ClientLoop(network.threads());
    }

    /** Has honest cluster nodes here present another key from now on. */
    void present(AuthenticationKey other) {
        key = other;
    }

    /** What an honest cluster node presents. */
    public ClientIdentity identity() {
        return ClientIdentity.of(key.preSharedKey());
    }

    /** Connects an honest cluster node, which has not signed on yet. */
    public ClusterPeer connect() {
        return connect(identity());
    }

    /**
     * Connects somebody who says this of himself.
     *
     * @throws dev.remotenode.lab.host.LabException if the daemon refuses it
     */
    public ClusterPeer connect(ClientIdentity stranger) {
        return ClusterPeer.connect(loop, daemon, stranger);
    }

    /**
     * Connects an honest cluster node that works with callbacks only.
     *
     * @return the client once it is connected, or what prevented that
     */
    public CompletableFuture<ExecutorClient> connect(NotificationListener listener) {
        return connect(loop, listener);
    }

    /** The same on a thread of its own, which whatever else the caller does cannot hold up. */
    public CompletableFuture<ExecutorClient> connect(
            ClientLoop ownLoop, NotificationListener listener) {
        return ExecutorClient.connect(ownLoop, daemon, identity(), listener);
    }

    /** Connects somebody who has the key and sees the wire itself. */
    public RecordPeer connectForRecords() {
        return RecordPeer.connect(loop, daemon, identity());
    }

    /** Connects somebody who does not begin with a handshake. */
    public PlainPeer connectPlain() {
        return new PlainPeer(network.call(SocketChannel::open), daemon);
    }

    /** The secret of the cluster, for peers with a TLS of their own. */
    public byte[] secret() {
        return key.bytes();
    }

    /** Where the daemon listens, as seen from here. */
    public InetSocketAddress daemon() {
        return daemon;
    }

    /** Makes threads whose sockets are in this network. */
    public ThreadFactory threads() {
        return network.threads();
    }

    /** From now on nothing arrives here, nor leaves: as if the host had been switched off. */
    public void cutOff() {
        host.run("ip", "link", "set", "eth0", "down");
    }

    /** The address of the host. */
    public String address() {
        return host.address();
    }

    @Override
    public void close() {
        loop.close();
    }
}
