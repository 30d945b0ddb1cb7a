package dev.remotenode.lab.cluster;

import dev.remotenode.lab.host.Await;
import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.Host;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A cluster of real corosync and Pacemaker on hosts of a lab. It ends when its hosts are switched
 * off.
 */
public final class Cluster {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final List<ClusterNode> members;

    private Cluster(List<ClusterNode> members) {
        this.members = members;
    }

    /**
     * Starts cluster software on hosts and waits until all of them are online.
     *
     * @param environment what Pacemaker's daemons on a host find in their environment
     */
    public static Cluster start(List<Host> hosts, Function<Host, Map<String, String>> environment) {
        var corosync = CorosyncConfiguration.of(hosts);
        String cib = InitialCib.text();
        return online(
                hosts, host -> ClusterNode.start(host, corosync, cib, environment.apply(host)));
    }

    /** The same on hosts that systemd has booted, as its services. */
    public static Cluster startServices(List<Host> hosts) {
        var corosync = CorosyncConfiguration.of(hosts);
        String cib = InitialCib.text();
        return online(hosts, host -> ClusterNode.startServices(host, corosync, cib));
    }

    private static Cluster online(List<Host> hosts, Function<Host, ClusterNode> start) {
        var cluster = new Cluster(hosts.stream().map(start).toList());
        cluster.await(
                "the cluster online",
                START_LIMIT,
                status ->
                        status.coordinator().isPresent()
                                && hosts.stream().map(Host::name).allMatch(status::isOnline));
        return cluster;
    }

    /** A cluster that somebody else has set up on these hosts. */
    public static Cluster on(List<Host> hosts) {
        return new Cluster(hosts.stream().map(ClusterNode::new).toList());
    }

    public List<ClusterNode> members() {
        return members;
    }

    public ClusterStatus status() {
        return new CrmMon(host()).status();
    }

    /** What {@code crm_mon} shows people. */
    public String statusText() {
        return new CrmMon(host()).text();
    }

    public Cib cib() {
        return new Cib(host());
    }

    public CrmResource resources() {
        return new CrmResource(host());
    }

    /**
     * Waits until the cluster is in a certain state.
     *
     * @throws dev.remotenode.lab.host.LabException with the last state seen, if {@code limit}
     *     passes
     */
    public ClusterStatus await(String what, Duration limit, Predicate<ClusterStatus> wanted) {
        return Await.until(what, limit, this::status, wanted);
    }

    /**
     * Has corosync let more members join, on machines that are no hosts of the lab. Those have to
     * have the same {@code /etc/corosync/corosync.conf} as the first member.
     */
    public void expect(List<Member> newcomers) {
        var all = Stream.concat(members.stream().map(Member::of), newcomers.stream()).toList();
        String text = new CorosyncConfiguration(all).text();
        members.forEach(member -> member.host().write(CorosyncConfiguration.FILE, text));
        host().run("corosync-cfgtool", "-R");
    }

    /** Has the cluster end lost nodes, which takes devices that can; it begins without. */
    public void enableFencing() {
        host().run("crm_attribute", "--name", "stonith-enabled", "--update", "true");
    }

    /** Waits until the cluster has done all that it wants to do for now. */
    public void awaitIdle(Duration limit) {
        Await.until(
                "the cluster idle",
                limit,
                () -> status().coordinator().map(this::stateOf).orElse("no coordinator"),
                state -> state.contains("S_IDLE"));
    }

    /** Of its controller; another member may have become the coordinator meanwhile. */
    private String stateOf(String member) {
        return host().run(Command.of("crmadmin", "--status", member)).output();
    }

    /**
     * Has Pacemaker wait for half a second of calm before it plans anything, as a cluster with
     * guests should: otherwise the count of a failure, which follows it a moment later, can make it
     * forget that a guest has to be restarted.
     */
    public void planInCalm() {
        cib().setOption("transition-delay", "500ms");
    }

    /** Commands run on the first member. */
    private Host host() {
        return members.getFirst().host();
    }
}
