package dev.remotenode.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.AuthenticationKey;
import dev.remotenode.lab.cluster.Cluster;
import dev.remotenode.lab.host.Host;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * By {@code pcs} alone, a cluster is set up, a machine with the package becomes its remote node and
 * later its guest node, and is released again each time.
 */
@Tag("long")
@Timeout(value = 15, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PcsIT {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String VIRTUAL_MACHINE = "vm";
    private static final String DUMMY = "ocf:pacemaker:Dummy";

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"bookworm", "trixie"})
    void addsAndRemovesARemoteNodeAndAGuestNode(String debian) {
        AdministratorStage.play("PcsIT", debian, folder, PcsIT::addAndRemove);
    }

    private static void addAndRemove(AdministratorStage stage) {
        String member = stage.member().name();
        String guest = stage.guest().host().name();
        var pcs = new Pcs(stage.member());
        Cluster cluster = setUpCluster(stage, pcs);
        pcs.run("resource", "create", VIRTUAL_MACHINE, DUMMY);
        pcs.run("resource", "create", "pump", DUMMY);
        pcs.run("constraint", "location", "pump", "avoids", member);

        // As on a fresh Debian: a random key, which fits no cluster. pcs keeps its mode.
        new AuthenticationKey().install(stage.guest().host());
        pcs.run("cluster", "node", "add-remote", guest);
        assertServes(cluster, stage.guest(), "640 hacluster:haclient");
        assertTrue(pcs.run("status").contains("RemoteOnline: [ guest1 ]"));
        String seenThere = new Pcs(stage.guest().host()).run("status");
        assertTrue(seenThere.contains("RemoteOnline: [ guest1 ]"), seenThere);
        assertTrue(seenThere.contains("pacemaker_remote: active/enabled"), seenThere);

        pcs.run("cluster", "node", "remove-remote", guest);
        assertReleased(cluster, stage.guest());

        pcs.run("cluster", "node", "add-guest", guest, VIRTUAL_MACHINE);
        assertServes(cluster, stage.guest(), "400 hacluster:haclient");
        assertTrue(pcs.run("status").contains("GuestOnline: [ guest1 ]"));

        pcs.run("cluster", "node", "remove-guest", guest);
        assertReleased(cluster, stage.guest());
        pcs.run("host", "deauth", guest);
    }

    private static Cluster setUpCluster(AdministratorStage stage, Pcs pcs) {
        pcs.open();
        new Pcs(stage.guest().host()).open();
        pcs.authenticate(stage.member(), stage.guest().host());
        pcs.run("cluster", "setup", "lab", stage.member().name(), "--start", "--wait=120");
        pcs.run("property", "set", "stonith-enabled=false");
        return Cluster.on(List.of(stage.member()));
    }

    private static void assertServes(Cluster cluster, PackagedNode node, String keyFile) {
        Host host = node.host();
        cluster.await("the start", LIMIT, now -> now.isStarted("pump", host.name()));
        cluster.awaitIdle(LIMIT);
        assertEquals(List.of(), cluster.status().failures());
        assertEquals("enabled", node.state("is-enabled"));
        assertEquals(
                keyFile, host.run("stat", "--format=%a %U:%G", "/etc/pacemaker/authkey").strip());
    }

    private static void assertReleased(Cluster cluster, PackagedNode node) {
        var after = cluster.await("the stop", LIMIT, now -> now.isStopped("pump"));
        assertEquals(List.of(), after.failures());
        assertFalse(cluster.statusText().contains(node.host().name()), cluster::statusText);
        assertEquals("inactive", node.state("is-active"));
        assertEquals("disabled", node.state("is-enabled"));
        assertEquals("success", node.property("Result"));
        assertEquals("", node.host().run("ls", "/etc/pacemaker"));
    }
}
