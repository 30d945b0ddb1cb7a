package dev.remotenode.lab.cluster;

import dev.remotenode.lab.host.Await;
import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.Host;
import java.time.Duration;
import java.util.Map;

/** A host with corosync and Pacemaker running. */
public record ClusterNode(Host host) {
    private static final Duration COROSYNC_LIMIT = Duration.ofSeconds(20);
    private static final String CIB_FILE = "/var/lib/pacemaker/cib/cib.xml";

    /** Starts the cluster software; that the node has joined the cluster is for others to see. */
    static ClusterNode start(
            Host host,
            CorosyncConfiguration corosync,
            String cib,
            Map<String, String> environment) {
        configure(host, corosync, cib);
        host.start(Command.of("corosync", "-f"), "corosync.out");
        Await.until(
                "corosync on " + host,
                COROSYNC_LIMIT,
                () -> host.run(Command.of("corosync-cfgtool", "-s")).succeeded());
        host.start(Command.of("pacemakerd").withEnvironment(environment), "pacemakerd.out");
        return new ClusterNode(host);
    }

    /** The same, as services of the host's systemd. */
    static ClusterNode startServices(Host host, CorosyncConfiguration corosync, String cib) {
        configure(host, corosync, cib);
        host.run("systemctl", "start", "corosync.service", "pacemaker.service");
        return new ClusterNode(host);
    }

    private static void configure(Host host, CorosyncConfiguration corosync, String cib) {
        host.write(CorosyncConfiguration.FILE, corosync.text());
        host.write(CIB_FILE, cib);
        host.run("chown", "hacluster:haclient", CIB_FILE);
        host.run("chmod", "600", CIB_FILE);
    }

    public String name() {
        return host.name();
    }
}
