package dev.remotenode.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.RemoteCluster;
import dev.remotenode.lab.agent.Actor;
import dev.remotenode.lab.agent.ActorAgent;
import dev.remotenode.lab.cluster.Cluster;
import dev.remotenode.lab.cluster.FailedOperation;
import dev.remotenode.lab.cluster.Primitive;
import dev.remotenode.lab.host.Await;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.junit.RemoteClusterTest;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A resource on the remote node in bad times: what the cluster gets to know, and what it does. */
@RemoteClusterTest
class ResourceFailureIT {
    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration SHORT_TIMEOUT = Duration.ofSeconds(3);

    private static final int GENERIC_ERROR = 1;
    private static final int NOT_RUNNING = 7;

    @Test
    void recoversADummyThatDied(RemoteCluster stage) throws IOException {
        Cluster cluster = stage.cluster();
        String guest = stage.remote().name();
        stage.addOnRemoteOnly(
                Primitive.of("dummy", "ocf:pacemaker:Dummy").monitoredEvery(INTERVAL));
        cluster.await("the start", LIMIT, now -> now.isStarted("dummy", guest));

        Files.delete(stage.remote().host().file("/run/Dummy-dummy.state"));
        var failed = cluster.await("the failure", LIMIT, now -> !now.failuresOf("dummy").isEmpty());
        cluster.await(
                "the recovery",
                LIMIT,
                now ->
                        now.isStarted("dummy", guest)
                                && Files.exists(
                                        stage.remote().host().file("/run/Dummy-dummy.state")));

        assertEquals(
                List.of(
                        new FailedOperation(
                                guest, "dummy", "monitor", INTERVAL, NOT_RUNNING, "Done", "")),
                failed.failuresOf("dummy"));
    }

    @Test
    void forgetsFailuresOnCleanup(RemoteCluster stage) {
        Cluster cluster = stage.cluster();
        String guest = stage.remote().name();
        stage.addOnRemoteOnly(Primitive.of("patient", ActorAgent.NAME).monitoredEvery(INTERVAL));
        Actor patient = stage.actor("patient");
        cluster.await("the start", LIMIT, now -> now.isStarted("patient", guest));
        patient.failOn("monitor", "a fever");
        cluster.await("the failure", LIMIT, now -> !now.failuresOf("patient").isEmpty());
        patient.behaveOn("monitor");
        cluster.await("the recovery", LIMIT, now -> now.isStarted("patient", guest));

        cluster.resources().cleanup("patient");

        cluster.await(
                "the cleanup",
                LIMIT,
                now -> now.failures().isEmpty() && now.isStarted("patient", guest));
    }

    @Test
    void tellsWhyAStartFailed(RemoteCluster stage) {
        String guest = stage.remote().name();
        stage.actor("pump").failOn("start", "the well is dry");
        stage.addPreferringRemote(Primitive.of("pump", ActorAgent.NAME).monitoredEvery(INTERVAL));

        var status =
                stage.cluster()
                        .await(
                                "the pump elsewhere",
                                LIMIT,
                                now ->
                                        now.isStarted(
                                                "pump",
                                                stage.cluster().members().getFirst().name()));

        assertEquals(
                List.of(
                        new FailedOperation(
                                guest,
                                "pump",
                                "start",
                                Duration.ZERO,
                                GENERIC_ERROR,
                                "Done",
                                "the well is dry")),
                status.failuresOf("pump"));
        assertTrue(stage.cluster().statusText().contains("the well is dry"));
    }

    @Test
    void reportsAStartThatHangsAndEndsItsProcesses(RemoteCluster stage) {
        Host guest = stage.remote().host();
        stage.actor("sleeper").hangOn("start");
        stage.addPreferringRemote(
                Primitive.of("sleeper", ActorAgent.NAME)
                        .with(new Primitive.Action("start", Duration.ZERO, SHORT_TIMEOUT)));
        Await.until(
                "the agent's grandchild",
                LIMIT,
                () -> !guest.processes().mentioning("grandchild-of-sleeper").isEmpty());

        var status =
                stage.cluster()
                        .await("the timeout", LIMIT, now -> !now.failuresOf("sleeper").isEmpty());

        assertEquals(
                List.of("Timed out"),
                status.failuresOf("sleeper").stream().map(FailedOperation::status).toList());
        awaitNoProcessOf("sleeper", guest);
    }

    @Test
    void recoversAResourceWhoseMonitorHangs(RemoteCluster stage) {
        Cluster cluster = stage.cluster();
        Host guest = stage.remote().host();
        Actor mute = stage.actor("mute");
        stage.addOnRemoteOnly(
                Primitive.of("mute", ActorAgent.NAME)
                        .with(new Primitive.Action("monitor", INTERVAL, SHORT_TIMEOUT)));
        cluster.await("the start", LIMIT, now -> now.isStarted("mute", guest.name()));

        mute.hangOn("monitor");
        var failed = cluster.await("the timeout", LIMIT, now -> !now.failuresOf("mute").isEmpty());
        mute.behaveOn("monitor");
        cluster.await(
                "the recovery",
                LIMIT,
                now -> now.isStarted("mute", guest.name()) && mute.timesTold("start") == 2);

        assertEquals("Timed out", failed.failuresOf("mute").getFirst().status());
        awaitNoProcessOf("mute", guest);
    }

    /** SIGKILL works in its own time, so that a look right after the report may come too early. */
    private static void awaitNoProcessOf(String resource, Host host) {
        Await.until(
                "the end of all processes of " + resource,
                Duration.ofSeconds(5),
                () ->
                        host.processes().mentioning("-of-" + resource).isEmpty()
                                && host.processes().mentioning("/Actor start").isEmpty());
    }
}
