package dev.remotenode.lab;

import dev.remotenode.lab.agent.ActorAgent;
import dev.remotenode.lab.agent.ScriptAgent;
import dev.remotenode.lab.daemon.RemoteDaemon;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.host.Lab;
import dev.remotenode.lab.wire.ClusterPeer;
import dev.remotenode.lab.wire.PlainPeer;
import dev.remotenode.lab.wire.RecordPeer;
import dev.remotenode.lrmd.client.ClientLoop;
import dev.remotenode.lrmd.client.ExecutorClient;
import dev.remotenode.lrmd.client.NotificationListener;
import dev.remotenode.lrmd.tls.ClientIdentity;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A host with the daemon and no cluster: the caller plays the cluster node, on its loopback. */
public final class StandaloneNode implements AutoCloseable {
    private static final int PORT = 3121;
    private static final InetSocketAddress LOOPBACK =
            new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT);

    private final Lab lab;
    private final RemoteNode node;
    private volatile AuthenticationKey key;
    private final PeerSeat loopback;
    private final List<PeerSeat> neighbours = new ArrayList<>();

    private StandaloneNode(Lab lab, RemoteNode node, AuthenticationKey key) {
        this.lab = lab;
        this.node = node;
        this.key = key;
        loopback = new PeerSeat(node.host(), LOOPBACK, key);
    }

    /**
     * Boots the host and starts the daemon.
     *
     * @param name says whose it is; the process id makes it unique
     * @throws dev.remotenode.lab.host.LabException if anything does not start; evidence is kept
     */
    public static StandaloneNode open(LabSettings settings, String name) {
        Path folder = settings.folder().resolve(name + "-" + ProcessHandle.current().pid());
        Lab lab = Lab.open(folder, settings.program().folder());
        try {
            Host host = lab.addHost("guest1", settings.guest());
            AuthenticationKey key = new AuthenticationKey();
            key.install(host);
            ActorAgent.install(host);
            ScriptAgent.install(host);
            RemoteNode node = RemoteNode.start(host, settings.program(), Map.of());
            return new StandaloneNode(lab, node, key);
        } catch (RuntimeException e) {
            settings.evidence().show(lab, name + "-start");
            lab.close();
            throw e;
        }
    }

    public Lab lab() {
        return lab;
    }

    public Host host() {
        return node.host();
    }

    /** The daemon that runs now, or ran last. */
    public RemoteDaemon daemon() {
        return node.daemon();
    }

    /** Starts the daemon again, after it has ended. */
    public void restartDaemon() {
        node.restartDaemon();
    }

    /** The same, with some variables in its environment beside the usual. */
    public void restartDaemon(Map<String, String> environment) {
        node.restartDaemon(environment);
    }

    /** Kills the daemon and starts another, with some variables beside the usual. */
    public void replaceDaemon(Map<String, String> environment) {
        node.replaceDaemon(environment);
    }

    /** Gives the host a new key, which honest cluster nodes have, too, from now on. */
    public void replaceKey() {
        AuthenticationKey fresh = new AuthenticationKey();
        fresh.install(host());
        key = fresh;
        loopback.present(fresh);
        neighbours.forEach(neighbour -> neighbour.present(fresh));
    }

    /** What an honest cluster node presents. */
    public ClientIdentity identity() {
        return loopback.identity();
    }

    /** Connects an honest cluster node, which has not signed on yet. */
    public ClusterPeer connect() {
        return loopback.connect();
    }

    /**
     * Connects somebody who says this of himself.
     *
     * @throws dev.remotenode.lab.host.LabException if the daemon refuses it
     */
    public ClusterPeer connect(ClientIdentity stranger) {
        return loopback.connect(stranger);
    }

    /**
     * Connects an honest cluster node that works with callbacks only.
     *
     * @return the client once it is connected, or what prevented that
     */
    public CompletableFuture<ExecutorClient> connect(NotificationListener listener) {
        return loopback.connect(listener);
    }

    /** The same on a thread of its own, which whatever else the caller does cannot hold up. */
    public CompletableFuture<ExecutorClient> connect(
            ClientLoop ownLoop, NotificationListener listener) {
        return loopback.connect(ownLoop, listener);
    }

    /** A thread in the network of the host, for clients of the caller. */
    public ClientLoop anotherLoop() {
        return new ClientLoop(loopback.threads());
    }

    /** Connects somebody who has the key and sees the wire itself. */
    public RecordPeer connectForRecords() {
        return loopback.connectForRecords();
    }

    /** Connects somebody who does not begin with a handshake. */
    public PlainPeer connectPlain() {
        return loopback.connectPlain();
    }

    /** Adds a host to the network, from which peers connect that are not on this node. */
    public PeerSeat addNeighbour(String name) {
        PeerSeat neighbour =
                new PeerSeat(lab.addHost(name), new InetSocketAddress(host().address(), PORT), key);
        neighbours.add(neighbour);
        return neighbour;
    }

    /** All that the daemon has logged. */
    public String log() {
        return node.log();
    }

    /** Switches the host off, and throws its logs away. */
    @Override
    public void close() {
        loopback.close();
        neighbours.forEach(PeerSeat::close);
        lab.close();
        new FileTree(lab.folder()).delete();
    }
}
