package dev.remotenode.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.HostKind;
import dev.remotenode.lab.HostPreparation;
import dev.remotenode.lab.RemoteCluster;
import dev.remotenode.lab.agent.ScriptAgent;
import dev.remotenode.lab.cluster.Primitive;
import dev.remotenode.lab.host.Await;
import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.junit.RemoteClusterTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the daemon and its agents say to a real syslog: the journal of a real systemd. */
@Tag("long")
@RemoteClusterTest(hosts = HostKind.BOOTED, preparation = JournalIT.AsLocal3.class)
class JournalIT {
    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final String DAEMON = "pacemaker-remoted";

    /** The numbers that stand for {@code local3}, {@code info} and {@code warning}. */
    private static final String LOCAL3 = "SYSLOG_FACILITY=19";

    private static final String INFO = "PRIORITY=6";
    private static final String WARNING = "PRIORITY=4";

    /** A facility and a threshold other than the usual. */
    static final class AsLocal3 implements HostPreparation {
        @Override
        public Map<String, String> prepare(Host host) {
            ScriptAgent.install(host);
            return Map.of("PCMK_logfacility", "local3", "PCMK_logpriority", "info");
        }
    }

    @Test
    void hasTheDaemonsLinesWithTheirFacilityAndSeverity(RemoteCluster stage) {
        Host guest = stage.remote().host();

        List<String> lines =
                Await.until(
                        "the daemon's words in the journal",
                        LIMIT,
                        () -> journal(guest, INFO, "--identifier=" + DAEMON),
                        found -> !found.isEmpty());

        assertTrue(
                lines.stream().allMatch(line -> line.strip().startsWith("info: ")),
                lines.toString());
        assertEquals(List.of(), journal(guest, "PRIORITY=7", "--identifier=" + DAEMON));
    }

    /** The shell functions of Debian's agents, which go by the variables the daemon hands on. */
    @Test
    void hasTheLinesOfAgentsAsHasTheLogFile(RemoteCluster stage) {
        Host guest = stage.remote().host();
        String says =
                ". /usr/lib/ocf/lib/heartbeat/ocf-shellfuncs;"
                        + " ocf_log warn \"the disk of $OCF_RESOURCE_INSTANCE is nearly full\"";
        stage.addOnRemoteOnly(
                Primitive.of("disk", "ocf:" + ScriptAgent.PROVIDER + ":" + ScriptAgent.TYPE)
                        .withParameter("do", says));
        stage.cluster().await("the start", LIMIT, now -> now.isStarted("disk", guest.name()));

        String text = "the disk of disk is nearly full";
        Await.until(
                "the agent's words in the journal",
                LIMIT,
                () -> journal(guest, WARNING, "--grep=" + text),
                found -> !found.isEmpty());
        Await.until(
                "the agent's words in the log file",
                LIMIT,
                () -> stage.remote().log().contains(text));
    }

    private static List<String> journal(Host guest, String priority, String choice) {
        return guest.run(
                        Command.of(
                                "journalctl",
                                "--quiet",
                                "--no-pager",
                                "--output=cat",
                                "--boot",
                                choice,
                                LOCAL3,
                                priority))
                .output()
                .lines()
                .toList();
    }
}
