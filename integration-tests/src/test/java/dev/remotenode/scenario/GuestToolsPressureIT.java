package dev.remotenode.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.remotenode.lab.RemoteCluster;
import dev.remotenode.lab.cluster.Primitive;
import dev.remotenode.lab.host.Await;
import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.junit.BeyondReference;
import dev.remotenode.lab.junit.RemoteClusterTest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A tool inside the guest that stays connected and stops to read, while the cluster goes on. */
@RemoteClusterTest
class GuestToolsPressureIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration CHANGES_LIMIT = Duration.ofMinutes(4);

    private static final String SMALL_CHANGES =
            "for number in $(seq 1000); do"
                    + " crm_attribute --name counter --update $number || exit; done";

    /**
     * Together more than the daemon keeps for one tool; each is small enough to be sent to it
     * without compression.
     */
    private static final String LARGE_CHANGES =
            """
            for number in $(seq 360); do
                {
                    printf '<cluster_property_set id="bulk"><nvpair id="bulk-value" name="bulk" value="'
                    head --bytes=120000 /dev/zero | tr '\\0' x
                    printf '%d"/></cluster_property_set>' $number
                } > /tmp/bulk.xml
                cibadmin --modify --allow-create --scope crm_config --xml-file /tmp/bulk.xml || exit
            done
            """;

    private MonitoringTool tool;

    @BeforeEach
    void stopAMonitoringTool(RemoteCluster stage) {
        stage.cluster().awaitIdle(LIMIT);
        tool = MonitoringTool.start(guest(stage));
        tool.signal("STOP");
    }

    @AfterEach
    void killTheTool(RemoteCluster stage) {
        tool.signal("KILL");
        member(stage)
                .run(
                        Command.of(
                                "cibadmin",
                                "--delete",
                                "--xml-text",
                                "<cluster_property_set id=\"bulk\"/>"));
    }

    @Test
    void isUpToDateOnceItGoesOnAfterAThousandChanges(RemoteCluster stage) {
        change(stage, SMALL_CHANGES);
        assertEquals(
                "1000\n",
                guest(stage).run("crm_attribute", "--name", "counter", "--query", "--quiet"),
                "others are served");
        awaitTheLastChangeOnItsPage(stage);
    }

    @Test
    @BeyondReference("Pacemaker's daemon keeps 500 messages for a tool, of whatever size")
    void isCutOffWhenTooMuchWaitsForItAndFindsTheClusterAgain(RemoteCluster stage) {
        assertFalse(stage.remote().log().contains("does not read"));
        change(stage, LARGE_CHANGES);
        Await.until(
                "the reason in the log",
                LIMIT,
                () -> stage.remote().log().contains("does not read"));
        awaitTheLastChangeOnItsPage(stage);
    }

    private void awaitTheLastChangeOnItsPage(RemoteCluster stage) {
        stage.addOnRemoteOnly(Primitive.of("latest", "ocf:pacemaker:Dummy"));
        stage.cluster().await("the start", LIMIT, now -> now.isStarted("latest", "guest1"));
        assertFalse(tool.shows("latest"), "it is still stopped");
        tool.signal("CONT");
        tool.awaitShown("latest");
    }

    private static void change(RemoteCluster stage, String script) {
        member(stage).run(Command.of("bash", "-c", script).within(CHANGES_LIMIT)).outputOrFail();
    }

    private static Host member(RemoteCluster stage) {
        return stage.cluster().members().getFirst().host();
    }

    private static Host guest(RemoteCluster stage) {
        return stage.remote().host();
    }
}
