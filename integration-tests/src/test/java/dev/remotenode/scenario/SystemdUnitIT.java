package dev.remotenode.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.HostKind;
import dev.remotenode.lab.RemoteCluster;
import dev.remotenode.lab.cluster.Cluster;
import dev.remotenode.lab.cluster.FailedOperation;
import dev.remotenode.lab.cluster.Primitive;
import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.junit.BeyondReference;
import dev.remotenode.lab.junit.RemoteClusterTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Units of a real systemd as resources of a real cluster. */
@Tag("long")
@RemoteClusterTest(hosts = HostKind.BOOTED)
class SystemdUnitIT {
    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final int NOT_INSTALLED = 5;
    private static final int NOT_RUNNING = 7;
    private static final String CLOCK = "clock.service";

    @BeforeEach
    void install(RemoteCluster stage) {
        Host guest = stage.remote().host();
        guest.write(
                "/etc/systemd/system/" + CLOCK,
                """
                [Unit]
                Description=Does nothing but to run
                [Service]
                ExecStart=/bin/sleep infinity
                Restart=always
                """);
        guest.run("systemctl", "daemon-reload");
    }

    @ParameterizedTest
    @ValueSource(strings = {"systemd:clock", "service:clock"})
    void runsAndRecoversAUnit(String agent, RemoteCluster stage) {
        Cluster cluster = stage.cluster();
        Host guest = stage.remote().host();
        Path override = guest.file("/run/systemd/system/clock.service.d/50-pacemaker.conf");
        stage.addOnRemoteOnly(Primitive.of("clock", agent).monitoredEvery(INTERVAL));
        cluster.await("the start", LIMIT, now -> now.isStarted("clock", guest.name()));
        assertTrue(isActive(guest));
        assertTrue(Files.exists(override));

        guest.run("systemctl", "kill", "--signal=KILL", CLOCK);
        var failed = cluster.await("the failure", LIMIT, now -> !now.failuresOf("clock").isEmpty());
        cluster.await("the recovery", LIMIT, _ -> isActive(guest));
        assertEquals(
                List.of(
                        new FailedOperation(
                                guest.name(),
                                "clock",
                                "monitor",
                                INTERVAL,
                                NOT_RUNNING,
                                "Done",
                                "failed")),
                failed.failuresOf("clock"));

        cluster.resources().stop("clock");
        cluster.await("the stop", LIMIT, now -> now.isStopped("clock"));
        assertFalse(isActive(guest));
        assertFalse(Files.exists(override));
    }

    @BeyondReference("it takes the moment without systemd for a failed monitor")
    @Test
    void survivesThatSystemdExecutesItselfAnew(RemoteCluster stage) {
        Cluster cluster = stage.cluster();
        Host guest = stage.remote().host();
        stage.addOnRemoteOnly(Primitive.of("clock", "systemd:clock").monitoredEvery(INTERVAL));
        cluster.await("the start", LIMIT, now -> now.isStarted("clock", guest.name()));

        guest.run("systemctl", "daemon-reexec");
        cluster.resources().stop("clock");

        cluster.await("the stop", LIMIT, now -> now.isStopped("clock"));
        assertFalse(isActive(guest));
        assertEquals(List.of(), cluster.status().failures());
    }

    @Test
    void tellsThatAUnitIsMissing(RemoteCluster stage) {
        Cluster cluster = stage.cluster();
        stage.addOnRemoteOnly(Primitive.of("ghost", "systemd:ghost").monitoredEvery(INTERVAL));

        var failed = cluster.await("the failure", LIMIT, now -> !now.failuresOf("ghost").isEmpty());

        assertEquals(NOT_INSTALLED, failed.failuresOf("ghost").getFirst().code());
        cluster.await("no harm done", LIMIT, now -> now.isStopped("ghost"));
    }

    private static boolean isActive(Host host) {
        return host.run(Command.of("systemctl", "is-active", "--quiet", CLOCK)).succeeded();
    }
}
