package dev.remotenode.conformance;

import static dev.remotenode.conformance.Codes.AGENT_NOT_INSTALLED;
import static dev.remotenode.conformance.Codes.DONE;
import static dev.remotenode.conformance.Codes.ERROR;
import static dev.remotenode.conformance.Codes.EXECUTION_ERROR;
import static dev.remotenode.conformance.Codes.FATAL_ERROR;
import static dev.remotenode.conformance.Codes.INSUFFICIENT_PRIVILEGES;
import static dev.remotenode.conformance.Codes.NOT_INSTALLED;
import static dev.remotenode.conformance.Codes.NOT_RUNNING;
import static dev.remotenode.conformance.Codes.OK;
import static dev.remotenode.conformance.Controller.assertEnded;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remotenode.lab.StandaloneNode;
import dev.remotenode.lab.host.PacemakerSeries;
import dev.remotenode.lab.junit.BeyondReference;
import dev.remotenode.lab.wire.Requests;
import dev.remotenode.lrmd.message.AgentAddress;
import dev.remotenode.lrmd.message.Notification.ExecComplete;
import dev.remotenode.lrmd.message.Request;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The classes of agents other than OCF. */
@ConformanceTest
class StandardsIT {
    private static final String SCRIPT = "remote-node-test";
    private static final Map<String, String> NOTHING = Map.of();

    @ParameterizedTest
    @ValueSource(strings = {"lsb", "LSB", "service"})
    void anInitScriptIsAskedForItsStatusAndToldNothing(
            String standard, StandaloneNode node, Controller controller) {
        install(node, "echo \"$# $1 $OCF_ROOT$OCF_RESKEY_x\"");

        ExecComplete end = run(standard, "monitor", Map.of("x", "y"), controller);

        assertEnded(DONE, OK, end);
        assertEquals(Optional.of("1 status \n"), output(end));
        assertEquals("monitor", end.operation().action());
        assertEquals(Map.of("x", "y"), end.operation().parameters());
    }

    @ParameterizedTest
    @CsvSource({
        "0,0", "1,7", "2,7", "3,7", "4,1", "5,1", "7,1", "150,5", "151,4", "152,1", "255,1"
    })
    void aStatusIsTranslated(int exitCode, int ocf, StandaloneNode node, Controller controller) {
        install(node, "exit " + exitCode);

        assertEnded(DONE, ocf, run("lsb", "monitor", NOTHING, controller));
        assertEnded(DONE, ocf, run("service", "status", NOTHING, controller));
    }

    @ParameterizedTest
    @CsvSource({
        "0,0", "1,1", "2,2", "3,3", "4,4", "5,5", "6,6", "7,7", "8,1", "9,1", "150,1", "190,1"
    })
    void theCodeOfAnActionIsThatOfOcfUpToSeven(
            int exitCode, int ocf, StandaloneNode node, Controller controller) {
        install(node, "exit " + exitCode);

        assertEnded(DONE, ocf, run("lsb", "start", NOTHING, controller));
    }

    @Test
    void aProviderIsNotLookedAt(StandaloneNode node, Controller controller) {
        install(node, "exit 0");
        AgentAddress agent = new AgentAddress("lsb", Optional.of("heartbeat"), SCRIPT);

        assertEnded(DONE, OK, run(agent, "start", NOTHING, controller));
    }

    @Test
    void anInitScriptMayBeAnywhere(StandaloneNode node, Controller controller) {
        node.host().write("/tmp/anywhere", "#!/bin/sh\nexit 6\n");
        node.host().run("chmod", "755", "/tmp/anywhere");
        AgentAddress agent = new AgentAddress("lsb", Optional.empty(), "/tmp/anywhere");

        assertEnded(DONE, 6, run(agent, "start", NOTHING, controller));
    }

    @Test
    void anInitScriptHasNoExitReason(StandaloneNode node, Controller controller) {
        install(node, "echo ocf-exit-reason:why >&2; exit 1");

        ExecComplete end = run("lsb", "start", NOTHING, controller);

        assertEquals(Optional.empty(), end.outcome().exitReason());
        assertEquals(Optional.of("ocf-exit-reason:why\n"), output(end));
    }

    @Test
    void anInitScriptThatIsNotExecutableHasNothingToSay(
            StandaloneNode node, Controller controller) {
        install(node, "exit 0");
        node.host().run("chmod", "644", "/etc/init.d/" + SCRIPT);

        ExecComplete end = run("lsb", "start", NOTHING, controller);

        assertEnded(DONE, INSUFFICIENT_PRIVILEGES, end);
        assertEquals(Optional.empty(), end.outcome().exitReason());
        assertEquals(Optional.empty(), end.outcome().output());
    }

    @Test
    void anInitScriptThatTakesTooLongIsKilled(StandaloneNode node, Controller controller) {
        install(node, "sleep 1d");
        String id = register(new AgentAddress("lsb", Optional.empty(), SCRIPT), controller);

        ExecComplete end =
                controller.run(
                        Requests.exec(id, "start", Duration.ZERO, Duration.ofMillis(300), NOTHING));

        assertEnded(Codes.TIMED_OUT, ERROR, end);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lsb", "service"})
    void aMissingInitScriptIsNotInstalled(String standard, Controller controller) {
        AgentAddress agent = new AgentAddress(standard, Optional.empty(), "no-such-script");

        ExecComplete end = run(agent, "start", NOTHING, controller);

        assertEnded(AGENT_NOT_INSTALLED, NOT_INSTALLED, end);
        assertEquals(
                Optional.of("/etc/init.d/no-such-script: No such file or directory"),
                end.outcome().exitReason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"lsb", "service", "systemd"})
    void anAgentNeedsAType(String standard, Controller controller) {
        AgentAddress agent = new AgentAddress(standard, Optional.empty(), "");

        assertEnded(FATAL_ERROR, ERROR, run(agent, "start", NOTHING, controller));
    }

    /** Nobody owns a bus on this host. */
    @ParameterizedTest
    @ValueSource(strings = {"start", "stop", "monitor"})
    void aUnitOfSystemdNeedsItsBus(String action, Controller controller) {
        AgentAddress agent = new AgentAddress("systemd", Optional.empty(), "cron");

        ExecComplete end = run(agent, action, NOTHING, controller);

        assertEnded(EXECUTION_ERROR, ERROR, end);
        assertEquals(Optional.of("No DBus connection"), end.outcome().exitReason());
    }

    @Test
    void upstartIsUnknown(Controller controller) {
        assertUnknown("upstart", controller);
    }

    @Test
    @BeyondReference(
            value = "Debian's 2.1.5 is built with the class, which 3.0 has given up",
            of = PacemakerSeries.V2_1)
    void nagiosIsUnknown(Controller controller) {
        assertUnknown("nagios", controller);
    }

    private static void assertUnknown(String standard, Controller controller) {
        AgentAddress agent = new AgentAddress(standard, Optional.empty(), "check_http");

        ExecComplete end = run(agent, "start", NOTHING, controller);

        assertEnded(AGENT_NOT_INSTALLED, NOT_INSTALLED, end);
        assertEquals(
                Optional.of("check_http: No such file or directory"), end.outcome().exitReason());
    }

    @Test
    @BeyondReference("Pacemaker's daemon waits for itself, for ever")
    void aFenceDeviceNeedsAFencer(Controller controller) {
        AgentAddress device = new AgentAddress("stonith", Optional.empty(), "fence_dummy");

        assertEnded(EXECUTION_ERROR, NOT_RUNNING, run(device, "monitor", NOTHING, controller));
        assertEnded(EXECUTION_ERROR, ERROR, run(device, "start", NOTHING, controller));
        assertEnded(EXECUTION_ERROR, ERROR, run(device, "stop", NOTHING, controller));
    }

    private static Optional<String> output(ExecComplete end) {
        return end.outcome().output().map(LineEnds::restored);
    }

    private static void install(StandaloneNode node, String commands) {
        String script = "/etc/init.d/" + SCRIPT;
        node.host().write(script, "#!/bin/sh\n" + commands + "\n");
        node.host().run("chmod", "755", script);
    }

    private static ExecComplete run(
            String standard, String action, Map<String, String> parameters, Controller controller) {
        AgentAddress agent = new AgentAddress(standard, Optional.empty(), SCRIPT);
        return run(agent, action, parameters, controller);
    }

    private static ExecComplete run(
            AgentAddress agent,
            String action,
            Map<String, String> parameters,
            Controller controller) {
        return controller.run(Requests.once(register(agent, controller), action, parameters));
    }

    private static String register(AgentAddress agent, Controller controller) {
        String id = Controller.unusedId();
        controller.register(new Request.RegisterResource(Optional.of(id), agent, false));
        return id;
    }
}
