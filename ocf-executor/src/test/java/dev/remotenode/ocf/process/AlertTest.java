package dev.remotenode.ocf.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.remotenode.ocf.agent.AgentCall;
import dev.remotenode.ocf.agent.AgentName;
import dev.remotenode.ocf.agent.AlertStandard;
import dev.remotenode.ocf.agent.RunEnd;
import dev.remotenode.ocf.operation.Result;
import dev.remotenode.ocf.posix.Accounts;
import dev.remotenode.ocf.posix.ThreadIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Programs of alerts, real ones. */
@Timeout(60)
class AlertTest {

    private static final Accounts.User NOBODY = Accounts.user(AgentFolder.ALERT_USER).orElseThrow();

    @TempDir Path folder;
    private AgentFolder agents;
    private Runs runs;

    @BeforeEach
    void open() throws IOException {
        assumeTrue(ThreadIdentity.effectiveUser() == 0, "only root can become another user");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        agents = new AgentFolder(folder);
        runs = new Runs(agents);
    }

    @AfterEach
    void close() {
        Optional.ofNullable(runs).ifPresent(Runs::close);
    }

    @Test
    void haveTheRightsOfTheirUserAndNoOthers() {
        agents.script("Who", "grep -E '^(Uid|Gid|Groups|CapPrm|CapEff):' /proc/self/status");

        assertEquals(
                """
                Uid:\t%1$d\t%1$d\t%1$d\t%1$d
                Gid:\t%2$d\t%2$d\t%2$d\t%2$d
                Groups:\t\s
                CapPrm:\t0000000000000000
                CapEff:\t0000000000000000
                """
                        .formatted(NOBODY.uid(), NOBODY.gid()),
                finish(path("Who"), Map.of()).output().orElse(""));
    }

    @Test
    void leaveTheDaemonAndItsAgentsWithTheirs() throws IOException {
        agents.script("Who", "grep -E '^(Uid|Gid|Groups|Cap...):' /proc/self/status");
        String before = runs.output("Who", Map.of());
        ThreadIdentity.setDumpable(1);

        finish(path("Who"), Map.of());

        assertEquals(before, runs.output("Who", Map.of()));
        assertEquals(1, ThreadIdentity.dumpable());
        assertEquals(0, ThreadIdentity.effectiveUser());
    }

    @Test
    void findTheirEnvironmentAsItIs() {
        agents.script(
                "Tells", "echo \"$#|$CRM_alert_kind|$OCF_RESKEY_CRM_alert_kind|$PCMK_service\"");

        assertEquals(
                Optional.of("0|node||pacemaker-remoted\n"),
                finish(path("Tells"), Map.of("CRM_alert_kind", "node")).output());
    }

    @Test
    void failAsTheySay() {
        agents.script("Fails", "echo connecting >&2", "echo no route >&2", "exit 3");

        RunEnd.Finished end = (RunEnd.Finished) alert(path("Fails"), Map.of()).await();

        assertEquals(3, end.agentCode());
        assertEquals(Optional.of("no route"), end.result().exitReason());
    }

    @Test
    void mustBeExecutableByTheirUser() {
        agents.file("Mine", "#!/bin/sh\n", "rwx------");

        RunEnd.Finished end = (RunEnd.Finished) alert(path("Mine"), Map.of()).await();

        assertEquals(4, end.agentCode());
        assertEquals(
                Optional.of("Child process was unable to execute file"), end.result().exitReason());
    }

    @Test
    void areNotAttemptedIfTheyAreMissing() {
        RunEnd.NotAttempted end = (RunEnd.NotAttempted) alert(path("Gone"), Map.of()).await();

        assertEquals(
                Optional.of(path("Gone") + ": No such file or directory"),
                end.result().exitReason());
    }

    @Test
    void cannotBeAResource() {
        agents.script("Who", "id -u");
        AgentName resource = new AgentName(AlertStandard.NAME, Optional.empty(), path("Who"));

        RunEnd.NotAttempted end = (RunEnd.NotAttempted) runs.begin(resource, Map.of()).await();

        assertEquals(5, end.result().exitCode());
    }

    private String path(String type) {
        return agents.path(type).toString();
    }

    private Result finish(String path, Map<String, String> environment) {
        return ((RunEnd.Finished) alert(path, environment).await()).result();
    }

    private Runs.Begun alert(String path, Map<String, String> environment) {
        AgentName alert = new AgentName(AlertStandard.NAME, Optional.empty(), path);
        AgentCall call = Runs.call(alert, "alert", environment);
        return runs.beginAlert(call);
    }
}
