package dev.remotenode.conformance;

import static dev.remotenode.conformance.Codes.ACCEPTED;
import static dev.remotenode.conformance.Codes.EINVAL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.StandaloneNode;
import dev.remotenode.lab.agent.Gate;
import dev.remotenode.lrmd.message.Request;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Alerts: programs that tell somebody of an event, with the rights of the cluster's user. */
@ConformanceTest
class AlertIT {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String PROGRAM = "/run/alert";

    private Journal journal;

    @BeforeEach
    void makeReady(StandaloneNode node) {
        if (!node.daemon().isRunning()) {
            node.restartDaemon();
        }
        journal = new Journal(node.host(), "alert");
        journal.openToAll();
    }

    @Test
    void runAsTheClustersUserWithItsPrimaryGroupAlone(StandaloneNode node, Controller controller) {
        install(node, journal.collect("id -ru; id -rg; id -u; id -G"));

        assertEquals(ACCEPTED, controller.returnCode(alert(Map.of())));

        String user = node.host().run("id", "-u", "hacluster").strip();
        String group = node.host().run("id", "-g", "hacluster").strip();
        journal.await(List.of(user, group, user, group));
    }

    @Test
    void findWhatTheyAreToldInTheirEnvironment(StandaloneNode node, Controller controller) {
        install(node, journal.collect("echo $#; echo $CRM_alert_kind; env | grep -c ^OCF_RESKEY"));

        controller.returnCode(alert(Map.of("CRM_alert_kind", "node")));

        journal.await(List.of("0", "node", "0"));
    }

    @Test
    void areNumbered(StandaloneNode node, Controller controller) {
        install(node, journal.collect("echo $CRM_alert_node_sequence"));

        controller.returnCode(alert(Map.of()));
        journal.awaitLines(1);
        int first = Integer.parseInt(journal.lines().getFirst());
        controller.returnCode(alert(Map.of()));

        journal.await(List.of(Integer.toString(first), Integer.toString(first + 1)));
    }

    @Test
    void areNotWaitedForNorReported(StandaloneNode node, Controller controller) {
        try (Gate gate = new Gate(node.host(), "not-waited-for")) {
            install(node, journal.collect(gate.pass() + "; echo passed"));

            assertEquals(ACCEPTED, controller.returnCode(alert(Map.of())));
            gate.awaitArrival();
            gate.open();
            journal.await(List.of("passed"));

            assertEquals(List.of(), controller.soFar());
        }
    }

    @Test
    void areKilledWhenTheyTakeTooLong(StandaloneNode node, Controller controller) {
        install(node, Family.children("late-alert") + "sleep 1d");

        controller.returnCode(alert(PROGRAM, Duration.ofSeconds(1), Map.of()));

        Family.assertAlive(node.host(), "late-alert");
        Family.awaitGone(node.host(), "late-alert");
    }

    @Test
    void areAcceptedEvenIfThereIsNoSuchProgram(Controller controller) {
        Request missing = alert("/run/no-such-program", Duration.ZERO, Map.of());

        assertEquals(ACCEPTED, controller.returnCode(missing));
    }

    @Test
    void needAnIdAndAPath(Controller controller) {
        SequencedMap<String, String> nothing = new LinkedHashMap<>();
        Optional<String> given = Optional.of(PROGRAM);

        assertEquals(
                EINVAL,
                controller.returnCode(new Request.SendAlert(given, Optional.empty(), 0, nothing)));
        assertEquals(
                EINVAL,
                controller.returnCode(new Request.SendAlert(Optional.empty(), given, 0, nothing)));
    }

    @Test
    void areWaitedForWhenTheDaemonEnds(StandaloneNode node) {
        try (Gate gate = new Gate(node.host(), "at-the-end")) {
            install(node, journal.collect(gate.pass() + "; echo passed"));
            try (Controller controller = Controller.signedOn(node)) {
                controller.returnCode(alert(Map.of()));
                gate.awaitArrival();
                node.daemon().terminate();
                controller.returnCode(new Request.Poke());
                assertTrue(node.daemon().isRunning());
                gate.open();
            }
            assertEquals(0, node.daemon().awaitExit(LIMIT));
            journal.await(List.of("passed"));
        }
    }

    private static void install(StandaloneNode node, String commands) {
        node.host().write(PROGRAM, "#!/bin/bash\n" + commands + "\n");
        node.host().run("chmod", "755", PROGRAM);
    }

    private static Request alert(Map<String, String> environment) {
        return alert(PROGRAM, Duration.ofSeconds(20), environment);
    }

    private static Request alert(String path, Duration timeout, Map<String, String> environment) {
        return new Request.SendAlert(
                Optional.of("alert-1"),
                Optional.of(path),
                timeout.toMillis(),
                new LinkedHashMap<>(environment));
    }
}
