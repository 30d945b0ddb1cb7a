package dev.remotenode.packages;

import dev.remotenode.lab.host.Await;
import dev.remotenode.lab.host.Host;
import java.time.Duration;
import java.util.List;

/**
 * Debian's sbd on a remote node, started and ended by systemd together with the daemon.
 *
 * <p>There is no watchdog device in the lab, and no reset: sbd runs in its debug mode, in which it
 * says what it would have done. All that it looks at, and when it gives up, is as ever. Its servant
 * for the cluster is the one that counts: the other wants {@code pacemakerd}, which no remote node
 * has, Pacemaker's own neither.
 *
 * @param host the remote node
 */
record Sbd(Host host) {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    /** No watchdog, no real-time priority, no reset (twice -Z), a word on each look (-v). */
    private static final String SETTINGS =
            """
            SBD_PACEMAKER=yes
            SBD_WATCHDOG_DEV=/dev/null
            SBD_WATCHDOG_TIMEOUT=5
            SBD_OPTS="-R -Z -Z -v -v -v"
            """;

    /** Installs it; it starts with the daemon. */
    static Sbd installOn(PackagedNode node) {
        node.installFromDebian("sbd");
        node.host().write("/etc/default/sbd", SETTINGS);
        return new Sbd(node.host());
    }

    /** Waits until it has found this process to be the daemon, once more than before. */
    void awaitApproval(String process) {
        String approval = "Process /usr/sbin/pacemaker-remoted (" + process + ") is active";
        int before = lines(approval).size();
        Await.until(
                "sbd to look at the daemon",
                LIMIT,
                () -> lines(approval),
                looks -> looks.size() > before);
    }

    /** Everything that it has to say against this process. */
    List<String> objections(String process) {
        return lines("Connection to Pacemaker Remote " + process + " lost");
    }

    void awaitReset() {
        Await.until(
                "the reset by sbd",
                LIMIT,
                () -> lines("Would have fenced due to timeout"),
                lines -> !lines.isEmpty());
        // It goes on saying so without a pause.
        host.run("systemctl", "kill", "--signal=KILL", "sbd_remote.service");
    }

    private List<String> lines(String text) {
        return host.run("journalctl", "--unit=sbd_remote", "--output=cat", "--no-pager")
                .lines()
                .filter(line -> line.contains(text))
                .toList();
    }
}
