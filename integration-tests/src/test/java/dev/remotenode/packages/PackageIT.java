package dev.remotenode.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.AuthenticationKey;
import dev.remotenode.lab.LabSettings;
import dev.remotenode.lab.agent.Actor;
import dev.remotenode.lab.agent.ActorAgent;
import dev.remotenode.lab.cluster.Cluster;
import dev.remotenode.lab.cluster.Placement;
import dev.remotenode.lab.cluster.Primitive;
import dev.remotenode.lab.host.Await;
import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.CommandResult;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.host.Lab;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Debian package, from installation to purge, on machines with systemd and without Java. */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PackageIT {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int PORT = 3121;

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"bookworm", "trixie"})
    void isInstalledNeitherEnabledNorStartedAndGoesWithoutATrace(String debian) {
        Packages packages = Packages.fromSystemProperty();
        try (Lab lab = Lab.open(folder, packages.folder())) {
            var node = new PackagedNode(lab.addBootedHost("guest1", Packages.machine(debian)));
            assertFalse(node.host().run(Command.of("which", "java")).succeeded());
            List<String> before = node.files();

            node.install(packages.deb());

            assertEquals("disabled", node.state("is-enabled"));
            assertEquals("inactive", node.state("is-active"));
            assertFindsNothing(node.host(), "systemd-analyze", "verify", PackagedNode.UNIT);
            assertUsesItsCache(node.host());

            node.systemctl("enable", "--now");
            node.awaitListening(PORT);
            node.purge("remote-node");

            assertEquals(before, node.files());
            assertEquals(List.of(), node.host().processes().mentioning("pacemaker-remoted"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bookworm", "trixie"})
    void servesAClusterThroughUpgradeRestartAndStop(String debian) {
        Packages packages = Packages.fromSystemProperty();
        LabSettings settings = LabSettings.fromSystemProperties();
        try (Lab lab = Lab.open(folder, packages.folder())) {
            try {
                serveACluster(lab, packages, debian);
            } catch (RuntimeException | AssertionError e) {
                settings.evidence().show(lab, "PackageIT-" + debian);
                throw e;
            }
        }
    }

    private static void serveACluster(Lab lab, Packages packages, String debian) {
        Host member = lab.addHost("node1");
        Host guest = lab.addBootedHost("guest1", Packages.machine(debian));
        var node = new PackagedNode(guest);
        node.install(packages.deb());
        var key = new AuthenticationKey();
        lab.hosts().forEach(key::install);
        lab.hosts().forEach(ActorAgent::install);
        Cluster cluster = Cluster.start(List.of(member), _ -> Map.of());

        node.systemctl("enable", "--now");
        node.awaitListening(PORT);
        cluster.cib().create(connectionTo(guest), List.of());
        cluster.cib()
                .create(
                        Primitive.of("pump", ActorAgent.NAME).monitoredEvery(Duration.ofSeconds(1)),
                        List.of(Placement.preferred(guest.name())));
        cluster.await("the start", LIMIT, now -> now.isStarted("pump", guest.name()));
        Fences fences = Fences.raise(cluster, member, guest);
        cluster.await("the fence device", LIMIT, now -> now.isStarted("fences"));
        cluster.awaitIdle(LIMIT);
        var pump = new Actor(guest, "pump");
        assertEquals(ProcessIdentity.WANTED, node.identity());

        String process = node.mainProcess();
        node.install(packages.laterDeb());
        assertEquals(process, node.mainProcess());
        assertEquals(ProcessIdentity.WANTED, node.identity());
        assertEquals(0, pump.timesTold("stop"));

        node.systemctl("restart");
        assertEquals("stop", pump.journal().getLast());
        awaitReturn(cluster, guest);
        assertEquals(ProcessIdentity.WANTED, node.identity());

        node.systemctl("stop");
        assertEquals("stop", pump.journal().getLast());
        assertEquals("inactive", node.state("is-active"));
        var after = cluster.await("the move", LIMIT, now -> now.isStarted("pump", member.name()));
        assertEquals(List.of(), after.failures());
        assertTrue(cluster.statusText().contains("OFFLINE"), cluster::statusText);
        assertFalse(cluster.statusText().contains("UNCLEAN"), cluster::statusText);
        assertEquals(List.of(), fences.journal());

        node.systemctl("start");
        awaitReturn(cluster, guest);
        node.systemctl("kill", "--signal=KILL");
        Await.until("a fenced node", LIMIT, fences::journal, List.of("reboot guest1")::equals);
    }

    /** The cluster would come back by itself only at its next recheck, up to 15 minutes later. */
    private static void awaitReturn(Cluster cluster, Host guest) {
        cluster.resources().refresh(guest.name());
        cluster.await("the return", LIMIT, now -> now.isStarted("pump", guest.name()));
        cluster.awaitIdle(LIMIT);
    }

    private static void assertFindsNothing(Host host, String... check) {
        CommandResult result = host.run(Command.of(check));
        assertEquals(
                List.of(0, "", ""), List.of(result.status(), result.output(), result.errors()));
    }

    /** The JVM does not start if it has to use the cache and cannot. */
    private static void assertUsesItsCache(Host host) {
        Command strict =
                Command.of("/usr/sbin/pacemaker-remoted", "--version")
                        .withEnvironment(Map.of("JAVA_TOOL_OPTIONS", "-XX:AOTMode=on"));
        host.run(strict).outputOrFail();
    }

    private static Primitive connectionTo(Host guest) {
        return Primitive.of(guest.name(), "ocf:pacemaker:remote")
                .withParameter("server", guest.address())
                .monitoredEvery(Duration.ofSeconds(5));
    }
}
