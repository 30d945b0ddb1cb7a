package dev.remotenode.conformance;

import static dev.remotenode.conformance.Codes.AGENT_NOT_INSTALLED;
import static dev.remotenode.conformance.Codes.DONE;
import static dev.remotenode.conformance.Codes.ERROR;
import static dev.remotenode.conformance.Codes.EXECUTION_ERROR;
import static dev.remotenode.conformance.Codes.INSUFFICIENT_PRIVILEGES;
import static dev.remotenode.conformance.Codes.NOT_INSTALLED;
import static dev.remotenode.conformance.Controller.assertEnded;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remotenode.lab.StandaloneNode;
import dev.remotenode.lab.agent.ScriptAgent;
import dev.remotenode.lab.wire.Requests;
import dev.remotenode.lrmd.message.AgentAddress;
import dev.remotenode.lrmd.message.Notification.ExecComplete;
import dev.remotenode.lrmd.message.Request;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the end of an agent means, and what is said of one that cannot even begin. */
@ConformanceTest
class AgentEndIT {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 190, 191})
    void keepsTheExitCodesOfOcf(int exitCode, Controller controller) {
        assertEnded(DONE, exitCode, run("exit " + exitCode, controller));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 100, 126, 127, 128, 137, 189, 192, 193, 194, 255})
    void takesAnyOtherExitCodeForAnError(int exitCode, Controller controller) {
        assertEnded(DONE, ERROR, run("exit " + exitCode, controller));
    }

    @ParameterizedTest
    @CsvSource({
        "TERM,Terminated",
        "KILL,Killed",
        "SEGV,Segmentation fault",
        "HUP,Hangup",
        "RTMIN+3,Real-time signal 3"
    })
    void reportsTheSignalThatEndedAnAgent(String name, String text, Controller controller) {
        ExecComplete end = run("printf ocf-exit-reason:why >&2; kill -" + name + " $$", controller);

        assertEnded(EXECUTION_ERROR, ERROR, end);
        assertReason("Resource agent interrupted by " + text + " signal", end);
        assertEquals(Optional.of("ocf-exit-reason:why"), end.outcome().output());
    }

    @ParameterizedTest
    @CsvSource({"ocf,remotenode", "ocf,nobody", "OCF,nobody", "nonsense,x"})
    void reportsAnAgentThatIsNotThere(String standard, String provider, Controller controller) {
        AgentAddress agent = new AgentAddress(standard, Optional.ofNullable(provider), "Nothing");

        ExecComplete end = runOther(agent, controller);

        assertEnded(AGENT_NOT_INSTALLED, NOT_INSTALLED, end);
        assertReason("Nothing: No such file or directory", end);
        assertEquals(0, end.outcome().changeTime());
    }

    @Test
    void reportsAnAgentThatIsNotExecutable(StandaloneNode node, Controller controller) {
        ScriptAgent.install(node.host(), "Locked", "#!/bin/sh\n".getBytes(UTF_8));
        node.host().run("chmod", "644", "/usr/lib/ocf/resource.d/remotenode/Locked");

        ExecComplete end = runOther(agentOf("Locked"), controller);

        assertEnded(DONE, INSUFFICIENT_PRIVILEGES, end);
        assertReason("Child process was unable to execute file", end);
    }

    @Test
    void reportsAnAgentThatIsAFolder(StandaloneNode node, Controller controller) {
        node.host().run("mkdir", "-p", "/usr/lib/ocf/resource.d/remotenode/Folder");

        assertEnded(DONE, INSUFFICIENT_PRIVILEGES, runOther(agentOf("Folder"), controller));
    }

    @Test
    void reportsAnAgentWhoseInterpreterIsNotThere(StandaloneNode node, Controller controller) {
        ScriptAgent.install(node.host(), "Babel", "#!/no/such/shell\n".getBytes(UTF_8));

        ExecComplete end = runOther(agentOf("Babel"), controller);

        assertEnded(DONE, NOT_INSTALLED, end);
        assertReason("Child process was unable to execute file", end);
    }

    @Test
    void runsAnAgentWithoutAnInterpreterLineAsAScript(StandaloneNode node, Controller controller) {
        ScriptAgent.install(node.host(), "Bare", "exit 7\n".getBytes(UTF_8));

        assertEnded(DONE, Codes.NOT_RUNNING, runOther(agentOf("Bare"), controller));
    }

    /** No shell says the same of a damaged program, but each has its say. */
    @ParameterizedTest
    @CsvSource({"'',0", "'no-such-command\n',1", "'exit 9\n',9"})
    void runsWhateverIsNoProgramAsAScript(
            String content, int exitCode, StandaloneNode node, Controller controller) {
        ScriptAgent.install(node.host(), "Text", content.getBytes(UTF_8));

        assertEnded(DONE, exitCode, runOther(agentOf("Text"), controller));
    }

    @Test
    void runsADamagedProgramAsAScript(StandaloneNode node, Controller controller) {
        ScriptAgent.install(node.host(), "Damaged", "\177ELF damaged\n".getBytes(UTF_8));

        assertEnded(DONE, ERROR, runOther(agentOf("Damaged"), controller));
    }

    private static ExecComplete run(String commands, Controller controller) {
        return controller.run(controller.register(), "start", commands);
    }

    private static ExecComplete runOther(AgentAddress agent, Controller controller) {
        String id = Controller.unusedId();
        controller.register(new Request.RegisterResource(Optional.of(id), agent, false));
        return controller.run(Requests.once(id, "start", Map.of()));
    }

    private static AgentAddress agentOf(String type) {
        return new AgentAddress("ocf", Optional.of(ScriptAgent.PROVIDER), type);
    }

    private static void assertReason(String reason, ExecComplete end) {
        assertEquals(Optional.of(reason), end.outcome().exitReason());
    }
}
