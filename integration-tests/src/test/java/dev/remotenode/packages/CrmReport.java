package dev.remotenode.packages;

import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.Host;
import java.time.Duration;
import java.util.List;

/**
 * {@code crm_report}, which collects from several nodes what explains a problem.
 *
 * @param host where it is run; root there may sign on to the other nodes by SSH
 */
record CrmReport(Host host) {
    private static final String REPORT = "/tmp/report";
    private static final Duration LIMIT = Duration.ofMinutes(3);

    /** On a node that from now on may sign on to another one by SSH. */
    static CrmReport reaching(Host host, Host other) {
        host.run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", "/root/.ssh/id_ed25519");
        other.write("/root/.ssh/authorized_keys", host.run("cat", "/root/.ssh/id_ed25519.pub"));
        host.write("/root/.ssh/known_hosts", host.run("ssh-keyscan", other.name()));
        return new CrmReport(host);
    }

    /**
     * Collects from nodes what has happened in the last hour.
     *
     * @return all that it said meanwhile
     */
    String collect(List<String> nodes) {
        String from = host.run("date", "--date=1 hour ago", "+%F %T").strip();
        var result =
                host.run(
                        Command.of(
                                        "crm_report",
                                        "--from",
                                        from,
                                        "--nodes",
                                        String.join(" ", nodes),
                                        REPORT)
                                .within(LIMIT));
        host.run("tar", "--extract", "--file=" + REPORT + ".tar.bz2", "--directory=/tmp");
        return result.outputOrFail() + result.errors();
    }

    /** A file that was collected from a node. */
    String file(String node, String name) {
        return host.run("cat", "%s/%s/%s".formatted(REPORT, node, name));
    }
}
