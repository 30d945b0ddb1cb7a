package dev.remotenode.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lab.LabSettings;
import dev.remotenode.lab.RemoteCluster;
import dev.remotenode.lab.agent.ActorAgent;
import dev.remotenode.lab.cluster.Cluster;
import dev.remotenode.lab.cluster.Primitive;
import dev.remotenode.lab.daemon.OperatorTool;
import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.CommandResult;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.junit.BeyondReference;
import dev.remotenode.lab.junit.RemoteClusterTest;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An operator on the remote node finds out why a resource fails, without a look at the log. */
@RemoteClusterTest
@BeyondReference("it has no control socket and no journal")
class OperatorIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final Duration LINGER = Duration.ofSeconds(5);
    private static final String PAGE = "/run/report.html";

    private static final Predicate<String> REPEATED =
            Pattern.compile("ok \\(0\\), \\d+ times").asPredicate();

    private static final int OK = 0;
    private static final int INSUFFICIENT_PRIVILEGES = 4;
    private static final int NOT_RUNNING = 7;
    private static final int NO_SUCH_OBJECT = 105;

    @Test
    void seesWhoIsConnectedAndWhatRuns(RemoteCluster stage) {
        stage.addOnRemoteOnly(Primitive.of("pump", ActorAgent.NAME).monitoredEvery(INTERVAL));
        stage.cluster()
                .await("the start", LIMIT, now -> now.isStarted("pump", stage.remote().name()));

        CommandResult status = ask(stage, "status");

        assertEquals(OK, status.status(), status::errors);
        assertTold("guest1: connected", status);
        assertTold("Listening on [", status);
        assertTold("Key /etc/pacemaker/authkey: 4096 bytes", status);
        assertTold("round trip", status);
        assertTold("TLS 1.3", status);
        assertTold("active: 1", status);
        assertTold("ocf:remotenode:Actor", ask(stage, "resources"));
        CommandResult json = ask(stage, "status", "--output-as=json");
        assertTold("\"connected\":true", json);
        assertTold("\"id\":\"pump\"", json);
        assertTold(
                "<node name=\"guest1\" connected=\"true\"",
                ask(stage, "status", "--output-as=xml"));
    }

    @Test
    void seesWhyAResourceFails(RemoteCluster stage) {
        Cluster cluster = stage.cluster();
        stage.actor("dry").failOn("start", "the well is dry");
        stage.addOnRemoteOnly(Primitive.of("dry", ActorAgent.NAME));
        cluster.await("the failure", LIMIT, now -> !now.failuresOf("dry").isEmpty());

        CommandResult failed = ask(stage, "ops", "dry", "--failed");

        assertTold("the well is dry", failed);
        CommandResult operation = ask(stage, "op", number(failed, " start "));
        assertTold("start of dry (ocf:remotenode:Actor)", operation);
        assertTold("Reason:   the well is dry", operation);
        assertTold("ocf-exit-reason:the well is dry", operation);
    }

    @Test
    void seesWhatAHangingResourceWasDoing(RemoteCluster stage) {
        Cluster cluster = stage.cluster();
        stage.actor("stuck").hangOn("start");
        stage.addOnRemoteOnly(
                Primitive.of("stuck", ActorAgent.NAME)
                        .with(new Primitive.Action("start", Duration.ZERO, SHORT)));
        cluster.await("the failure", LIMIT, now -> !now.failuresOf("stuck").isEmpty());

        CommandResult failed = ask(stage, "ops", "stuck", "--failed");

        assertTold("timed out after", failed);
        CommandResult operation = ask(stage, "op", number(failed, " start "));
        assertTold("What it was doing when its time was over", operation);
        // A busy machine does not get to see the children in the time that it has for that.
        assertTold("Actor start  (", operation);
        assertTold(" of 2 s", operation);
    }

    @Test
    void findsTheCauseOfEachTrouble(RemoteCluster stage) throws IOException {
        Host host = stage.remote().host();
        stage.actor("dry").failOn("start", "the well is dry");
        stage.actor("slow").lingerOn("start", LINGER);
        stage.actor("stuck").hangOn("start");
        try (Terminal terminal = Terminal.open(host, OperatorTool.onHost() + " watch")) {
            terminal.await("guest1: connected");
            stage.addOnRemoteOnly(Primitive.of("dry", ActorAgent.NAME));
            stage.addOnRemoteOnly(Primitive.of("slow", ActorAgent.NAME));
            stage.addOnRemoteOnly(
                    Primitive.of("stuck", ActorAgent.NAME)
                            .with(new Primitive.Action("start", Duration.ZERO, LINGER)));
            // In flight first, with its limit; then what became of it.
            terminal.await(" of 5 s");
            terminal.await("the well is dry");
            terminal.await("did not complete within 5s");
            terminal.press("C-c");
            terminal.await("watch has ended with 130");
        }

        CommandResult status = ask(stage, "status");
        assertTold("Failed in the last 24 h:", status);
        assertTold("the well is dry", status);
        assertTold("did not complete within 5s", status);
        assertTold("\"failures\":[{\"number\":", ask(stage, "status", "--output-as=json"));
        CommandResult check = ask(stage, "check");
        assertTold("start of dry: generic error (1): the well is dry", check);
        assertTold("start of stuck: timed out after ", check);
        CommandResult failed = ask(stage, "ops", "--failed", "--since", "1h");
        assertTold("the well is dry", failed);
        assertTold("stuck", failed);
        assertFalse(failed.output().contains("slow"), failed::output);
        CommandResult slow = ask(stage, "op", number(ask(stage, "ops", "slow"), " start "));
        assertTold("Took:     5", slow);
        assertTold(
                "What it was doing when its time was over",
                ask(stage, "op", number(ask(stage, "ops", "stuck"), " start ")));

        ask(stage, "report", "-o", PAGE).outputOrFail();
        String page = Files.readString(host.file(PAGE));
        assertTold("<b>dry</b> start: generic error (1)", page);
        assertTold("<b>stuck</b> start: timed out after ", page);
        assertTold("<b>slow</b> start", page);
        assertTold("What it was doing when its time was over", page);
        Files.writeString(
                Files.createDirectories(
                                LabSettings.fromSystemProperties().folder().resolve("pictures"))
                        .resolve("report-operator.html"),
                page);
    }

    @Test
    void countsMonitorsThatStayTheSame(RemoteCluster stage) {
        stage.addOnRemoteOnly(Primitive.of("calm", ActorAgent.NAME).monitoredEvery(INTERVAL));
        stage.cluster()
                .await(
                        "a monitor that was repeated",
                        LIMIT,
                        _ -> REPEATED.test(ask(stage, "ops", "calm").output()));

        CommandResult operations = ask(stage, "ops", "calm");

        assertEquals(
                1,
                operations.output().lines().filter(line -> line.contains("monitor every")).count(),
                operations::output);
    }

    @Test
    void isToldByTheExitStatusHowTheNodeIs(RemoteCluster stage) {
        assertEquals(OK, ask(stage, "status").status());
        assertEquals(NO_SUCH_OBJECT, ask(stage, "op", "999999").status());
        assertEquals(NOT_RUNNING, ask(stage, "status", "--socket", "/run/nobody/serves").status());
    }

    @Test
    void letsMembersOfTheGroupLookAndNobodyElse(RemoteCluster stage) {
        assertEquals(OK, askAs("hacluster", stage, "status").status());
        assertEquals(INSUFFICIENT_PRIVILEGES, askAs("hacluster", stage, "drain").status());
        assertEquals(INSUFFICIENT_PRIVILEGES, askAs("nobody", stage, "status").status());
        assertEquals(OK, ask(stage, "status").status());
    }

    @Test
    void takesTheNodeOutOfService(RemoteCluster stage) {
        String guest = stage.remote().name();
        stage.addPreferringRemote(Primitive.of("moved", ActorAgent.NAME).monitoredEvery(INTERVAL));
        stage.cluster().await("the start", LIMIT, now -> now.isStarted("moved", guest));

        CommandResult drained = ask(stage, "drain");

        assertEquals(OK, drained.status(), drained::errors);
        assertTold("The daemon has ended.", drained);
        assertEquals("stop", stage.actor("moved").journal().getLast());
        assertEquals(NOT_RUNNING, ask(stage, "status").status());
        assertEquals(0, stage.remote().daemon().awaitExit(LIMIT));
        stage.remote().restartDaemon();
        assertTold("moved", ask(stage, "ops", "moved"));
        stage.cluster().resources().refresh(guest);
        stage.awaitConnected();
    }

    private static CommandResult ask(RemoteCluster stage, String... arguments) {
        return OperatorTool.runOn(stage.remote().host(), arguments);
    }

    private static CommandResult askAs(String user, RemoteCluster stage, String command) {
        return stage.remote()
                .host()
                .run(
                        Command.of(
                                "setpriv",
                                "--reuid=" + user,
                                "--regid=" + (user.equals("hacluster") ? "haclient" : "nogroup"),
                                "--clear-groups",
                                OperatorTool.onHost(),
                                command));
    }

    /** The number in the last line that has this word. */
    private static String number(CommandResult operations, String word) {
        List<String> lines =
                operations.output().lines().filter(line -> line.contains(word)).toList();
        assertFalse(lines.isEmpty(), operations::output);
        return lines.getLast().strip().split(" ", 2)[0];
    }

    private static void assertTold(String text, String page) {
        assertTrue(page.contains(text), () -> "'%s' is not in:%n%s".formatted(text, page));
    }

    private static void assertTold(String text, CommandResult result) {
        assertTrue(
                result.output().contains(text),
                () -> "'%s' is not in:%n%s%s".formatted(text, result.output(), result.errors()));
    }
}
