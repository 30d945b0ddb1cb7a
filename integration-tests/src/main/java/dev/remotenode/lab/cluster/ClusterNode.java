package dev.remotenode.lab.cluster;

import dev.remotenode.lab.host.Await;
import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.host.HostProcess;
import java.time.Duration;

/** A host with corosync and Pacemaker running. */
public final class ClusterNode {
    private static final Duration COROSYNC_LIMIT = Duration.ofSeconds(20);

    private final Host host;
    private final HostProcess corosync;
    private final HostProcess pacemaker;

    private ClusterNode(Host host, HostProcess corosync, HostProcess pacemaker) {
        this.host = host;
        this.corosync = corosync;
        this.pacemaker = pacemaker;
    }

    /** Starts the cluster software; that the node has joined the cluster is for others to see. */
    static ClusterNode start(Host host, CorosyncConfiguration corosyncConfiguration, String cib) {
        host.write(CorosyncConfiguration.FILE, corosyncConfiguration.text());
        host.write("/var/lib/pacemaker/cib/cib.xml", cib);
        host.run("chown", "hacluster:haclient", "/var/lib/pacemaker/cib/cib.xml");
        host.run("chmod", "600", "/var/lib/pacemaker/cib/cib.xml");
        HostProcess corosync = host.start(Command.of("corosync", "-f"), "corosync.out");
        Await.until(
                "corosync on " + host,
                COROSYNC_LIMIT,
                () -> host.run(Command.of("corosync-cfgtool", "-s")).succeeded());
        HostProcess pacemaker = host.start(Command.of("pacemakerd"), "pacemakerd.out");
        return new ClusterNode(host, corosync, pacemaker);
    }

    public Host host() {
        return host;
    }

    public String name() {
        return host.name();
    }

    /** Whether both programs still run. */
    public boolean isRunning() {
        return corosync.isAlive() && pacemaker.isAlive();
    }
}
