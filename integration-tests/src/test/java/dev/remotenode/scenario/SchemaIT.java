package dev.remotenode.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.HostPreparation;
import dev.remotenode.lab.RemoteCluster;
import dev.remotenode.lab.host.Await;
import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.CommandResult;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.host.PacemakerSeries;
import dev.remotenode.lab.junit.BeyondReference;
import dev.remotenode.lab.junit.ClusterSeries;
import dev.remotenode.lab.junit.RemoteClusterTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The cluster has a schema of the configuration that the tools of the guest lack. */
@ClusterSeries(
        value = PacemakerSeries.V3_0,
        because = "a cluster node of Pacemaker 2.1.5 gives no schemas")
@RemoteClusterTest(preparation = SchemaIT.NewerClusterNode.class)
class SchemaIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String FETCHED = "/var/lib/pacemaker/schemas/";
    private static final String CONFIGURATION = "/tmp/newer.xml";

    /** The same rules under a higher number, which is among the rules. */
    static final class NewerClusterNode implements HostPreparation {
        @Override
        public Map<String, String> prepare(Host host) {
            if (!host.name().equals("guest1")) {
                host.run(
                        "sh",
                        "-c",
                        """
                        cd /usr/share/pacemaker
                        newest=$(ls | grep -E '^pacemaker-[0-9]+[.][0-9]+[.]rng$' | sort -V | tail -1)
                        cp "$newest" pacemaker-98.7.rng
                        known="<value>${newest%.rng}</value>"
                        sed -i "s|$known|$known<value>pacemaker-98.7</value>|" versions.rng
                        """);
            }
            return Map.of();
        }
    }

    @Test
    void isFetchedAndUsedByTools(RemoteCluster stage) {
        Host guest = stage.remote().host();
        Await.until("the schema", LIMIT, () -> isThere(guest, FETCHED + "pacemaker-98.7.rng"));
        assertEquals(
                stage.cluster()
                        .members()
                        .getFirst()
                        .host()
                        .run("cat", "/usr/share/pacemaker/pacemaker-98.7.rng"),
                guest.run("cat", FETCHED + "pacemaker-98.7.rng"));

        String newer =
                guest.run("cibadmin", "--query")
                        .replaceFirst(
                                "validate-with=\"[^\"]*\"", "validate-with=\"pacemaker-98.7\"");
        guest.write(CONFIGURATION, newer);
        CommandResult verdict = verify(guest);
        assertTrue(verdict.succeeded(), () -> verdict.output() + verdict.errors());

        guest.write(CONFIGURATION, newer.replace("<resources>", "<resources><nonsense/>"));
        assertFalse(verify(guest).succeeded(), "crm_verify does not go by the schema");
    }

    @Test
    @BeyondReference("takes its first fetching, which has ended, for one that cannot be stopped")
    void isFetchedAnewWithEachConnection(RemoteCluster stage) {
        Host guest = stage.remote().host();
        Await.until("the schema", LIMIT, () -> isThere(guest, FETCHED + "pacemaker-98.7.rng"));
        guest.run("sh", "-c", "rm " + FETCHED + "*; touch " + FETCHED + "pacemaker-98.8.rng");

        String name = stage.remote().name();
        stage.cluster().resources().stop(name);
        stage.cluster().await("the connection closed", LIMIT, now -> now.isStopped(name));
        stage.cluster().resources().start(name);
        stage.awaitConnected();
        Await.until("the schema", LIMIT, () -> isThere(guest, FETCHED + "pacemaker-98.7.rng"));
        Await.until(
                "the end of another", LIMIT, () -> !isThere(guest, FETCHED + "pacemaker-98.8.rng"));
    }

    private static boolean isThere(Host host, String file) {
        return host.run(Command.of("test", "-s", file)).succeeded();
    }

    private static CommandResult verify(Host guest) {
        return guest.run(
                Command.of("crm_verify", "--verbose", "--verbose", "--xml-file", CONFIGURATION));
    }
}
