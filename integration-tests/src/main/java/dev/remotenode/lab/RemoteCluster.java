package dev.remotenode.lab;

import dev.remotenode.lab.agent.Actor;
import dev.remotenode.lab.agent.ActorAgent;
import dev.remotenode.lab.cluster.Cluster;
import dev.remotenode.lab.cluster.ClusterNode;
import dev.remotenode.lab.cluster.Placement;
import dev.remotenode.lab.cluster.Primitive;
import dev.remotenode.lab.cluster.ResourceStatus;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.host.Lab;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The whole stage: a lab with a real cluster ({@code node1}, {@code node2}, ...) and one host with
 * the daemon under test ({@code guest1}), which {@link #connect} makes a remote node of the
 * cluster.
 */
public final class RemoteCluster implements AutoCloseable {
    /** What the project promises for a daemon that is up. */
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);

    private static final Duration CLEAR_LIMIT = Duration.ofSeconds(60);

    private final Lab lab;
    private final Cluster cluster;
    private final RemoteNode remote;
    private final Function<String, RemoteNode> more;

    private RemoteCluster(
            Lab lab, Cluster cluster, RemoteNode remote, Function<String, RemoteNode> more) {
        this.lab = lab;
        this.cluster = cluster;
        this.remote = remote;
        this.more = more;
    }

    /**
     * Opens the stage, with the daemon running but the cluster not knowing of it yet.
     *
     * @param name says whose lab this is; the process id makes it unique
     * @throws dev.remotenode.lab.host.LabException if anything does not start; evidence is kept
     */
    public static RemoteCluster open(LabSettings settings, String name, int clusterNodes) {
        return open(settings, name, clusterNodes, HostKind.BARE, HostPreparation.none());
    }

    /** The same, with hosts of a kind that get something more. */
    public static RemoteCluster open(
            LabSettings settings,
            String name,
            int clusterNodes,
            HostKind kind,
            HostPreparation preparation) {
        Path folder = settings.folder().resolve(name + "-" + ProcessHandle.current().pid());
        Lab lab = Lab.open(folder, settings.program().folder());
        try {
            List<Host> members =
                    IntStream.rangeClosed(1, clusterNodes)
                            .mapToObj(i -> kind.add(lab, "node" + i, settings.cluster()))
                            .toList();
            Host guest = kind.add(lab, "guest1", settings.guest());
            var key = new AuthenticationKey();
            lab.hosts().forEach(key::install);
            lab.hosts().forEach(ActorAgent::install);
            RemoteNode remote =
                    RemoteNode.start(guest, settings.program(), preparation.prepare(guest));
            return new RemoteCluster(
                    lab,
                    Cluster.start(members, preparation::prepare),
                    remote,
                    another -> start(kind.add(lab, another, settings.guest()), key, settings));
        } catch (RuntimeException e) {
            settings.evidence().show(lab, name + "-start");
            lab.close();
            throw e;
        }
    }

    private static RemoteNode start(Host host, AuthenticationKey key, LabSettings settings) {
        key.install(host);
        ActorAgent.install(host);
        return RemoteNode.start(host, settings.program(), Map.of());
    }

    public Lab lab() {
        return lab;
    }

    public Cluster cluster() {
        return cluster;
    }

    public RemoteNode remote() {
        return remote;
    }

    /** Adds the remote node to the cluster and waits until it is online. */
    public void connect() {
        introduce();
        awaitConnected();
    }

    /** Adds the remote node to the cluster, which begins to connect then. */
    public void introduce() {
        introduce(remote);
    }

    private void introduce(RemoteNode node) {
        cluster.cib()
                .create(
                        Primitive.of(node.name(), "ocf:pacemaker:remote")
                                .withParameter("server", node.host().address())
                                .monitoredEvery(Duration.ofSeconds(5)),
                        List.of());
    }

    /** Another host with the daemon, which joins the cluster for the test that asks for it. */
    public RemoteNode connectAnother(String name) {
        RemoteNode node = more.apply(name);
        introduce(node);
        cluster.await(node.name() + " online", CONNECT_LIMIT, now -> now.isOnline(node.name()));
        return node;
    }

    /** Waits until the remote node is online. */
    public void awaitConnected() {
        cluster.await(
                "the remote node online", CONNECT_LIMIT, status -> status.isOnline(remote.name()));
    }

    /** Adds a resource that runs on the remote node if it can, else on a cluster node. */
    public void addPreferringRemote(Primitive primitive) {
        cluster.cib().create(primitive, List.of(Placement.preferred(remote.name())));
    }

    /** Adds a resource that may run on the remote node only. */
    public void addOnRemoteOnly(Primitive primitive) {
        List<Placement> elsewhere =
                cluster.members().stream()
                        .map(ClusterNode::name)
                        .map(Placement::forbidden)
                        .toList();
        cluster.cib().create(primitive, elsewhere);
    }

    /**
     * Removes all resources but the connection to the remote node, and waits until they are gone.
     */
    public void clear() {
        cluster.status().resources().stream()
                .map(ResourceStatus::id)
                .filter(id -> !id.equals(remote.name()))
                .forEach(cluster.cib()::delete);
        cluster.await(
                "no resources but the remote node",
                CLEAR_LIMIT,
                status -> status.resources().size() == 1);
    }

    /** The part that a resource of {@link ActorAgent} plays on the remote node. */
    public Actor actor(String resource) {
        return new Actor(remote.host(), resource);
    }

    /** Switches all hosts off, and throws their logs away. */
    @Override
    public void close() {
        lab.close();
        new FileTree(lab.folder()).delete();
    }
}
